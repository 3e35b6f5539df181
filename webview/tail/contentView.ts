import { bytesPerLine } from '../../src/core/serde/hexLine.ts';
import { hasControls } from '../../src/core/serde/readableText.ts';
import type { Content } from '../../src/protocol/recordDetails.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import { LazyBlocks } from '../shared/lazyBlocks.ts';
import { contentTag } from './cells.ts';
import { base64Bytes } from './base64Bytes.ts';
import { jsonPathAt } from './jsonPathAt.ts';
import { jsonTokens, type JsonTokens } from './jsonTokens.ts';
import { hexBlocks, jsonBlocks, plainBlocks } from './textBlocks.ts';

/** A key or value in full: JSON laid out, text as it is, bytes as a dump, nothing as a tag that says so. */
export class ContentView {
  readonly element = element('div', 'content');
  #blocks: LazyBlocks | undefined;
  #tokens: JsonTokens | undefined;

  /** @param bytesPerDumpLine 8 where the pane is narrow */
  constructor(
    content: Content,
    strings: TailStrings,
    formats: Formats,
    bytesPerDumpLine = bytesPerLine,
  ) {
    if (content.problem !== undefined) {
      this.element.append(element('p', 'note problem', content.problem));
    }
    if (content.truncated && content.decoder !== undefined) {
      this.element.append(element('p', 'note', strings.contentCut));
    } else if (content.truncated) {
      const shown = formats.bytes(shownBytes(content));
      const all = formats.bytes(content.sizeBytes);
      this.element.append(element('p', 'note', fill(strings.contentShown, shown, all)));
    }
    if (content.kind === 'text') {
      if (hasControls(content.text)) {
        this.element.append(element('p', 'note', strings.controlContent));
      }
      this.#tokens = content.json ? jsonTokens(content.text) : undefined;
      const blocks = this.#tokens ? jsonBlocks(this.#tokens) : plainBlocks(content.text);
      this.#show(new LazyBlocks(blocks));
      return;
    }
    const tag = contentTag(content, strings, formats);
    if (content.kind === 'binary' || content.kind === 'broken') {
      // Of what the user wants to see as bytes nobody says that it is binary.
      if (content.decoder === undefined) this.element.append(element('p', 'note', tag));
      this.#show(new LazyBlocks(hexBlocks(base64Bytes(content.text), bytesPerDumpLine)));
    } else {
      const sentences = {
        null: strings.nullContent,
        tombstone: strings.tombstoneContent,
        empty: strings.emptyContent,
      };
      this.element.append(element('p', 'nothing', tag, ' ', sentences[content.kind]));
    }
  }

  /** The steps to the field on whose line an element is; undefined where that is none. */
  fieldAt(target: Element): readonly string[] | undefined {
    const token = target.closest<HTMLElement>('.line')?.dataset.token;
    const steps = this.#tokens && token !== undefined && jsonPathAt(this.#tokens, Number(token));
    return steps && steps.length > 0 ? steps : undefined;
  }

  dispose(): void {
    this.#blocks?.dispose();
  }

  #show(blocks: LazyBlocks): void {
    this.#blocks = blocks;
    this.element.append(blocks.element);
  }
}

function shownBytes(content: Content): number {
  if (content.kind !== 'text') return Math.floor((content.text.length * 3) / 4);
  return new TextEncoder().encode(content.text).length;
}
