import { Menu } from '../shared/menu.ts';
import type { ColumnLayout } from './columnLayout.ts';
import type { GridCursor } from './gridCursor.ts';
import type { GridEvents } from './gridEvents.ts';
import { dragSelection } from './dragSelection.ts';
import { gridAction, type GridAction, type Selecting } from './gridKeys.ts';
import type { GridRows } from './gridRows.ts';
import type { Viewport } from './viewport.ts';

const resizeStep = 16;

/** What of the grid keys and mouse work on. */
export interface GridParts {
  /** Scrolls sideways and has the focus. */
  readonly grid: HTMLElement;
  /** What the rows are in. */
  readonly body: HTMLElement;
  readonly layout: ColumnLayout;
  readonly rows: GridRows;
  readonly cursor: GridCursor;
  readonly viewport: Viewport;
  /** In pixels. */
  readonly rowHeight: number;
  draw(): void;
}

/** Keys and mouse in the grid: where they lead, what they select, which menu they open. */
export class GridInput {
  /** Of the selected rows. */
  readonly menu = new Menu();
  readonly #parts: GridParts;
  readonly #cursor: GridCursor;
  readonly #events: GridEvents;

  constructor(parts: GridParts, events: GridEvents) {
    this.#parts = parts;
    this.#cursor = parts.cursor;
    this.#events = events;
    this.#listen();
  }

  #listen(): void {
    const { grid, body } = this.#parts;
    grid.addEventListener('keydown', (event) => {
      const action = gridAction(event);
      if (!action || !this.#act(action)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    body.addEventListener('click', (event) => {
      const hit = this.#parts.rows.at(event.target);
      if (!hit) return;
      this.#cursor.column = hit.column;
      const control = event.ctrlKey || event.metaKey;
      const selecting = control ? (event.shiftKey ? 'add' : 'toggle') : 'only';
      this.#activate(hit.row, event.shiftKey && !control ? 'extend' : selecting);
    });
    dragSelection(body, this.#parts.rowHeight, {
      rowAt: (y) => this.#rowAt(y),
      start: (row, adding) => {
        // What is being selected must not move away.
        this.#parts.viewport.follow(false);
        this.#drag(row, adding ? 'begin' : 'only');
      },
      extend: (row, adding) => this.#drag(row, adding ? 'add' : 'extend'),
      scroll: (by) => {
        this.#parts.viewport.scrollBy(by);
        this.#events.moved();
      },
      end: () => {
        if (this.#cursor.row !== undefined) this.#events.selected(this.#cursor.row);
      },
    });
    grid.addEventListener('contextmenu', (event) => {
      // VS Code would show its own; of a key press that has opened ours there comes one, too.
      event.preventDefault();
      const hit = this.#parts.rows.at(event.target);
      if (!hit) return;
      this.#cursor.column = hit.column;
      this.#activate(hit.row, this.#cursor.selection.has(hit.row) ? 'keep' : 'only');
      const { clientX: left, clientY: top } = event;
      this.menu.open(() => this.#events.menu(), this.#parts.grid, { left, top, bottom: top });
    });
  }

  /** @returns true where the key was used */
  #act(action: GridAction): boolean {
    switch (action.kind) {
      case 'rows':
      case 'pages':
      case 'edge':
      case 'columns':
        this.#step(
          this.#cursor.target(action, this.#parts.layout.columns.length),
          action.selecting ?? (action.kind === 'columns' ? 'keep' : 'only'),
        );
        return true;
      case 'selectAll':
        this.#cursor.selection.all(this.#parts.viewport.first, this.#parts.viewport.end);
        this.#events.selectionChanged(true);
        this.#parts.draw();
        return true;
      case 'toggle':
        if (this.#cursor.row === undefined) return false;
        this.#activate(this.#cursor.row, 'toggle');
        return true;
      case 'menu':
        return this.#openMenu();
      case 'resize':
        return this.#resizeColumn(action.by);
      case 'moveColumn':
        if (this.#cursor.column < 0) return false;
        this.moveColumn(action.by);
        return true;
      case 'copy':
        if (this.#cursor.selection.count === 0) return false;
        this.#events.copy();
        return true;
      case 'open':
        if (this.#cursor.row === undefined) return false;
        this.#events.open();
        return true;
      case 'find':
        this.#events.find();
        return true;
      case 'close':
        return this.#events.close();
    }
  }

  /** Moves the active column by so many places. */
  moveColumn(by: number): void {
    this.#cursor.column = this.#parts.layout.move(this.#cursor.column, by);
    this.#parts.draw();
    this.#events.resized();
  }

  /** By a key: under the active row or cell. */
  #openMenu(): boolean {
    const { row, column } = this.#cursor;
    if (row === undefined) return false;
    this.#cursor.reveal(row);
    this.#parts.draw();
    const shown = this.#parts.rows.find(row, column);
    if (shown)
      this.menu.open(() => this.#events.menu(), this.#parts.grid, shown.getBoundingClientRect());
    return shown !== undefined;
  }

  #resizeColumn(by: number): boolean {
    const column = this.#parts.layout.columns[this.#cursor.column];
    const width = column && this.#parts.layout.width(column);
    if (!column || width === undefined) return false;
    this.#parts.layout.resize(column, width + by * resizeStep);
    this.#events.resized();
    return true;
  }

  #step(row: number, selecting: Selecting): void {
    const target = this.#cursor.reveal(row);
    if (target === undefined) return;
    this.#activate(target, this.#cursor.row === undefined ? 'only' : selecting);
    this.#showColumn(target);
  }

  /** The row under the mouse; where it is beyond the rows, the nearest that is in view. */
  #rowAt(clientY: number): number {
    const { body, rowHeight, viewport } = this.#parts;
    const { top, first, end } = viewport;
    const y = clientY - body.getBoundingClientRect().top;
    const row = Math.floor(top + Math.max(0, Math.min(body.clientHeight - 1, y)) / rowHeight);
    return Math.max(first, Math.min(end - 1, row));
  }

  /** As {@link #activate}, without asking for the details of each row on the way. */
  #drag(row: number, selecting: Parameters<GridCursor['go']>[1]): void {
    this.#cursor.column = -1;
    this.#cursor.go(row, selecting);
    this.#events.selectionChanged(false);
    this.#parts.draw();
    this.#events.moved();
  }

  #activate(row: number, selecting: Parameters<GridCursor['go']>[1]): void {
    const changed = this.#cursor.go(row, selecting);
    this.#events.selectionChanged(false);
    this.#parts.draw();
    this.#events.moved();
    if (changed) this.#events.selected(row);
  }

  #showColumn(row: number): void {
    const cell =
      this.#cursor.column < 0 ? undefined : this.#parts.rows.find(row, this.#cursor.column);
    if (!cell) return;
    const { clientWidth, scrollLeft } = this.#parts.grid;
    const right = cell.offsetLeft + cell.offsetWidth;
    if (cell.offsetLeft < scrollLeft) this.#parts.grid.scrollLeft = cell.offsetLeft;
    else if (right > scrollLeft + clientWidth) this.#parts.grid.scrollLeft = right - clientWidth;
  }
}
