import type { TailRow } from '../../src/protocol/tailRow.ts';
import { element } from '../shared/element.ts';
import type { CellPainter } from './cells.ts';
import type { Column } from './columns.ts';

/** What the rows are to show. */
export interface RowsToDraw {
  /** The rows from the one at the top edge to the one past the bottom edge. */
  readonly first: number;
  readonly end: number;
  /** Of the rows that exist, the first: `aria-rowindex` counts from it. */
  readonly firstExisting: number;
  readonly active: number | undefined;
  selected(row: number): boolean;
  readonly activeColumn: number;
  get(row: number): TailRow | undefined;
}

interface Slot {
  readonly element: HTMLElement;
  readonly cells: readonly HTMLElement[];
  row: number;
  data: TailRow | undefined;
}

/**
 * The rows in view: as many elements as fit, used again for other rows as the view moves. A row that stays in
 * view keeps its element, and the elements stand in the order of their rows.
 */
export class GridRows {
  readonly element = element('div', 'rows');
  #columns: readonly Column[];
  readonly #painter: CellPainter;
  #slots: Slot[] = [];

  constructor(columns: readonly Column[], painter: CellPainter) {
    this.#columns = columns;
    this.#painter = painter;
    this.element.setAttribute('role', 'rowgroup');
  }

  /** Other columns, or another order: every row is made anew. */
  setColumns(columns: readonly Column[]): void {
    this.#columns = columns;
    this.redraw();
  }

  /** Forgets what the cells show. */
  redraw(): void {
    this.#slots = [];
    this.element.replaceChildren();
  }

  draw(what: RowsToDraw): void {
    const count = Math.max(0, what.end - what.first);
    while (this.#slots.length < count) this.#slots.push(this.#makeSlot());
    this.#rotate(what.first);
    this.#slots.forEach((slot, index) => {
      slot.element.hidden = index >= count;
      if (index < count) this.#drawSlot(slot, what.first + index, what);
      else slot.row = -1;
    });
  }

  /** The row that a mouse event in the rows is about, and its column (-1: between two cells). */
  at(target: EventTarget | null): { row: number; column: number } | undefined {
    const node = target instanceof Node ? target : undefined;
    const slot = this.#slots.find((each) => node && each.element.contains(node));
    if (!slot || slot.row < 0) return undefined;
    return { row: slot.row, column: slot.cells.findIndex((cell) => node && cell.contains(node)) };
  }

  /** The element that stands for a row or one of its cells, if it is in view. */
  find(row: number, column: number): HTMLElement | undefined {
    const slot = this.#slots.find((each) => each.row === row);
    return column < 0 ? slot?.element : slot?.cells[column];
  }

  #drawSlot(slot: Slot, row: number, what: RowsToDraw): void {
    const data = what.get(row);
    const moved = slot.row !== row;
    const active = row === what.active;
    if (moved) {
      slot.row = row;
      slot.element.id = `row-${row}`;
      slot.cells.forEach((cell, column) => (cell.id = `cell-${row}-${column}`));
    }
    if (moved || slot.data !== data) {
      slot.data = data;
      slot.element.classList.toggle('unreadable', data?.kind === 'error');
      slot.element.classList.toggle('blank', data === undefined);
      this.#columns.forEach((column, index) => {
        const cell = slot.cells[index];
        if (cell) this.#painter.paint(cell, column.id, data);
      });
    }
    setAttribute(slot.element, 'aria-rowindex', String(row - what.firstExisting + 2));
    const selected = what.selected(row);
    setAttribute(slot.element, 'aria-selected', String(selected));
    slot.element.classList.toggle('selected', selected);
    slot.cells.forEach((cell, column) =>
      cell.classList.toggle('active', active && column === what.activeColumn),
    );
    slot.element.classList.toggle('active', active);
  }

  /** Hands the elements of rows that left at one edge to those that came at the other. */
  #rotate(first: number): void {
    const by = first - (this.#slots[0]?.row ?? first);
    if (by === 0 || Math.abs(by) >= this.#slots.length) return;
    if (by > 0) {
      const left = this.#slots.splice(0, by);
      this.#slots.push(...left);
      this.element.append(...left.map((slot) => slot.element));
    } else {
      const left = this.#slots.splice(by);
      this.#slots.unshift(...left);
      this.element.prepend(...left.map((slot) => slot.element));
    }
  }

  #makeSlot(): Slot {
    const row = element('div', 'row');
    row.setAttribute('role', 'row');
    const cells = this.#columns.map((column, index) => {
      const cell = element('div', `cell ${column.align} ${column.isField ? 'field' : column.id}`);
      cell.setAttribute('role', 'gridcell');
      cell.setAttribute('aria-colindex', String(index + 1));
      return cell;
    });
    row.append(...cells);
    this.element.append(row);
    return { element: row, cells, row: -1, data: undefined };
  }
}

function setAttribute(target: Element, name: string, value: string): void {
  if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}
