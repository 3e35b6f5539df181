import type { GridMove, Selecting } from './gridKeys.ts';
import { RowSelection } from './rowSelection.ts';
import type { Viewport } from './viewport.ts';

/** Where the user is in the grid: a row and perhaps one of its cells, what is selected, and where a key leads. */
export class GridCursor {
  /** The active row; undefined for none. */
  row: number | undefined;
  /** -1: the whole row. */
  column = -1;
  readonly selection = new RowSelection();
  readonly #viewport: Viewport;

  constructor(viewport: Viewport) {
    this.#viewport = viewport;
  }

  /** Takes a key that moves. @returns the row to go to, which need not exist */
  target(move: GridMove, columns: number): number {
    const { first, end, visible, top, following } = this.#viewport;
    const page = Math.max(1, Math.floor(visible) - 1);
    const start = following ? end - 1 : Math.ceil(top);
    switch (move.kind) {
      case 'rows':
        return this.row === undefined ? start : this.row + move.by;
      case 'pages':
        return (this.row ?? start) + move.by * page;
      case 'edge':
        if (move.edge === 'last') this.#viewport.follow(end > first);
        return move.edge === 'first' ? first : end - 1;
      case 'columns':
        this.column = Math.max(-1, Math.min(columns - 1, this.column + move.by));
        return this.row ?? start;
    }
  }

  /** Goes to a row, or to none. @returns whether that is another row than before */
  go(row: number | undefined, selecting: Selecting | 'toggle' | 'begin' | 'add' = 'only'): boolean {
    const changed = row !== this.row;
    this.row = row;
    if (row === undefined) this.selection.clear();
    else if (selecting === 'only') this.selection.only(row);
    else if (selecting === 'toggle') this.selection.toggle(row);
    else if (selecting === 'begin') this.selection.begin(row);
    else if (selecting !== 'keep') this.selection.extendTo(row, selecting === 'add');
    return changed;
  }

  /** Brings a row, or the nearest that exists, into view; upwards ends following. @returns that row */
  reveal(row: number): number | undefined {
    const { first, end, top } = this.#viewport;
    if (end <= first) return undefined;
    const target = Math.max(first, Math.min(end - 1, row));
    if (target < Math.max(top, this.row ?? 0)) this.#viewport.follow(false);
    this.#viewport.reveal(target);
    return target;
  }
}
