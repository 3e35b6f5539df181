import { hexLine } from '../../src/core/serde/hexLine.ts';
import type { Content, RecordDetails } from '../../src/protocol/recordDetails.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { appendVisible } from '../shared/appendVisible.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import { LazyBlocks } from '../shared/lazyBlocks.ts';
import { contentTag } from './cells.ts';
import { base64Bytes } from './base64Bytes.ts';

const rowsPerBlock = 50;
/** A header is a word, seldom more: longer ones are cut here and copied in full elsewhere. */
const maxShown = 2048;
const maxBytesShown = 64;

/** A record's headers in their order, with every name as often as it is there. */
export class HeadersView {
  readonly element = element('div', 'headers');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  #blocks: LazyBlocks | undefined;

  constructor(details: RecordDetails, strings: TailStrings, formats: Formats) {
    this.#strings = strings;
    this.#formats = formats;
    const { headers, headerCount } = details;
    if (headerCount === 0) {
      this.element.append(element('p', 'nothing', strings.noHeaders));
      return;
    }
    if (headerCount > headers.length) {
      const counts = [headers.length, headerCount].map((count) => formats.integer(count));
      this.element.append(element('p', 'note', fill(strings.headersShown, ...counts)));
    }
    this.#blocks = new LazyBlocks(
      Array.from({ length: Math.ceil(headers.length / rowsPerBlock) }, (_, index) => {
        const some = headers.slice(index * rowsPerBlock, (index + 1) * rowsPerBlock);
        return { lines: some.length, fill: (target) => this.#fill(target, some) };
      }),
    );
    this.element.append(this.#blocks.element);
  }

  dispose(): void {
    this.#blocks?.dispose();
  }

  #fill(target: HTMLElement, headers: RecordDetails['headers']): void {
    const list = element('dl', 'facts');
    for (const { name, value } of headers) {
      const term = element('dt');
      appendVisible(term, name.slice(0, maxShown), 'line');
      list.append(term, this.#value(value));
    }
    target.append(list);
  }

  #value(value: Content): HTMLElement {
    const shown = element('dd');
    if (value.kind === 'text') {
      appendVisible(shown, value.text.slice(0, maxShown), 'line');
      if (value.truncated || value.text.length > maxShown) {
        shown.append('… ', element('span', 'tag', this.#formats.bytes(value.sizeBytes)));
      }
      return shown;
    }
    shown.append(contentTag(value, this.#strings, this.#formats));
    if (value.kind === 'binary' || value.kind === 'broken') {
      const bytes = base64Bytes(value.text.slice(0, maxBytesShown * 2)).subarray(0, maxBytesShown);
      // Without its ASCII where that is only dots: those would look as if more followed.
      const dump = hexLine(bytes, 0, bytes.length)
        .slice(8)
        .replace(/ {2}·+$/, '');
      shown.append(' ', element('span', 'dim', dump + (value.sizeBytes > bytes.length ? '…' : '')));
    }
    return shown;
  }
}
