import type { NotebookOutput, NotebookTable } from '../../src/protocol/notebookOutput.ts';
import { element } from '../shared/element.ts';
import type { SortableTable } from './sortableTable.ts';
import { tableOf } from './tableOf.ts';

/** How near to its end a list is that follows what arrives, in pixels. */
const nearEnd = 4;

/** The room of a table, which scrolls. */
export class TableFrame {
  readonly element = element('div', 'frame');
  #table: SortableTable | undefined;

  constructor() {
    this.element.setAttribute('role', 'group');
    this.element.tabIndex = 0;
  }

  /**
   * Draws a table in place of the one before: the focus, the order and what is scrolled to stay.
   *
   * @param name tells it from others to a screen reader
   */
  show(table: NotebookTable | undefined, name: string, output: NotebookOutput): void {
    const frame = this.element;
    frame.hidden = table === undefined;
    frame.setAttribute('aria-label', name);
    if (table === undefined) return;
    const { scrollTop, scrollLeft, clientHeight, scrollHeight } = frame;
    const atEnd = scrollTop + clientHeight >= scrollHeight - nearEnd;
    const made = tableOf(table, name, output);
    const before = this.#table;
    const focused = before?.focused ?? -1;
    if (before?.titles === made.titles) made.sort(before.order);
    frame.replaceChildren(made.element);
    if (focused >= 0) made.focus(focused);
    this.#table = made;
    // What is read from now on is followed until somebody scrolls up.
    frame.scrollTop = output.state === 'running' && atEnd ? frame.scrollHeight : scrollTop;
    frame.scrollLeft = scrollLeft;
  }
}
