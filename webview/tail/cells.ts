import type { Cell, TailRow } from '../../src/protocol/tailRow.ts';
import type { TimeStyle } from '../../src/protocol/tailLook.ts';
import type { CellStrings } from '../../src/protocol/tailStrings/cellStrings.ts';
import { appendVisible } from '../shared/appendVisible.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import { setText } from '../shared/setText.ts';
import { visibleText } from '../shared/visibleText.ts';
import type { ColumnId } from './columns.ts';

/** Draws what a record's cell is: a tag where there is no text, so that null never looks like "null". */
export class CellPainter {
  timeStyle: TimeStyle = 'local';
  readonly #strings: CellStrings;
  readonly #formats: Formats;

  constructor(strings: CellStrings, formats: Formats) {
    this.#strings = strings;
    this.#formats = formats;
  }

  /** Replaces what `target` shows; undefined is a row that is still on its way. */
  paint(target: HTMLElement, column: ColumnId, row: TailRow | undefined): void {
    if (!row) {
      target.replaceChildren();
      return;
    }
    switch (column) {
      case 'timestamp':
        this.#timestamp(target, row);
        break;
      case 'topic':
        setText(target, row.topic);
        break;
      case 'partition':
        setText(target, row.partition < 0 ? '' : String(row.partition));
        break;
      case 'offset':
        setText(target, this.#offset(row));
        break;
      case 'key':
        if (row.kind === 'record') this.#cell(target, row.key);
        else target.replaceChildren(element('span', 'tag error', this.#strings.unreadableTag));
        break;
      case 'headers':
        target.replaceChildren();
        if (row.kind === 'record') appendVisible(target, row.headers, 'line');
        break;
      case 'size': {
        const bytes = row.kind === 'record' ? row.key.sizeBytes + row.value.sizeBytes : undefined;
        setText(target, bytes === undefined ? '' : this.#formats.bytes(bytes));
        break;
      }
      case 'value':
        if (row.kind === 'record') this.#cell(target, row.value);
        else target.replaceChildren(row.message);
        break;
      default: {
        const cell = row.kind === 'record' ? row.fields?.[column] : undefined;
        if (cell) this.#cell(target, cell);
        else target.replaceChildren();
      }
    }
  }

  #timestamp(target: HTMLElement, row: TailRow): void {
    if (row.kind === 'error') {
      target.replaceChildren();
    } else if (row.timestampMs === undefined) {
      target.replaceChildren(element('span', 'tag', this.#strings.noTimestampTag));
    } else {
      const { time, day } = this.#formats.moment(row.timestampMs, this.timeStyle);
      if (day === '') {
        setText(target, time);
        return;
      }
      const shown = target.lastElementChild;
      if (shown?.className === 'day' && target.firstChild instanceof Text) {
        target.firstChild.data = time;
        shown.textContent = ` ${day}`;
      } else {
        target.replaceChildren(time, element('span', 'day', ` ${day}`));
      }
    }
  }

  #offset(row: TailRow): string {
    const first = this.#formats.integer(row.offset);
    if (row.kind === 'record' || row.lastOffset === row.offset) return first;
    return fill(this.#strings.offsetRange, first, this.#formats.integer(row.lastOffset));
  }

  #cell(target: HTMLElement, cell: Cell): void {
    this.#content(target, cell);
    if (cell.problem === undefined) return;
    const tag = element('span', 'tag warning', this.#strings.notDecodedTag);
    tag.title = cell.problem;
    target.prepend(tag, ' ');
  }

  #content(target: HTMLElement, cell: Cell): void {
    if (cell.kind === 'text') {
      const text = cell.truncated ? `${cell.text}…` : cell.text;
      const parts = visibleText(text, 'line');
      const [only] = parts;
      if (only && parts.length === 1 && !only.mark) {
        setText(target, text);
        return;
      }
      target.replaceChildren();
      appendVisible(target, text, 'line');
      return;
    }
    target.replaceChildren(contentTag(cell, this.#strings, this.#formats));
    if (cell.kind === 'binary' || cell.kind === 'broken') {
      const bytes = cell.text.replace(/[0-9a-f]{2}(?=[0-9a-f])/gi, '$& ');
      target.append(' ', bytes + (cell.truncated ? ' …' : ''));
    }
  }
}

/** The small outlined tag that says what something without text is. */
export function contentTag(
  content: Pick<Cell, 'kind' | 'sizeBytes'>,
  strings: CellStrings,
  formats: Formats,
): HTMLElement {
  switch (content.kind) {
    case 'tombstone':
      return element('span', 'tag warning', strings.tombstoneTag);
    case 'empty':
      return element('span', 'tag', strings.emptyTag);
    case 'binary':
      return element('span', 'tag', fill(strings.binaryTag, formats.bytes(content.sizeBytes)));
    case 'broken':
      return element('span', 'tag', fill(strings.brokenTag, formats.bytes(content.sizeBytes)));
    case 'null':
    case 'text':
      return element('span', 'tag', strings.nullTag);
  }
}
