import type { TailLook } from '../../src/protocol/tailLook.ts';
import { clampWidth, fieldColumn, type Column, type ColumnId } from './columns.ts';

/**
 * Narrower than this the grid takes its narrow widths and hides the day of a timestamp: the columns that are there by
 * themselves do not fit at their wide ones.
 */
const narrowBelow = 672;
const minFlexibleWidth = 80;
/** The space between two columns and at both sides together, as in grid.css. */
const gap = 10;
const sidePadding = 12 + 22;

/** Which columns there are, in which order and how wide, given to the style sheet as a variable on the grid. */
export class ColumnLayout {
  #all: readonly Column[];
  readonly #target: HTMLElement;
  readonly #widths: Map<string, number>;
  readonly #changed: () => void;
  /** The columns that the user chose, left to right. */
  #chosen: readonly ColumnId[] | undefined;
  #columns: readonly Column[] = [];
  #narrow = false;

  /** @param changed called when other columns are shown, or in another order */
  constructor(
    target: HTMLElement,
    all: readonly Column[],
    look: Pick<TailLook, 'columns' | 'widths'>,
    changed: () => void,
  ) {
    this.#target = target;
    this.#all = all;
    for (const id of look.columns ?? []) this.#know(id);
    this.#widths = new Map(Object.entries(look.widths ?? {}));
    this.#changed = changed;
    const ids = look.columns?.filter((id) => this.#all.some((each) => each.id === id));
    this.#chosen = ids && ids.length > 0 ? [...new Set(ids)] : undefined;
    this.#apply();
  }

  /** Every column, shown or not, in the order that they have by themselves. */
  get all(): readonly Column[] {
    return this.#all;
  }

  /** What is shown, left to right. */
  get columns(): readonly Column[] {
    return this.#columns;
  }

  /** The same by their names. */
  get ids(): readonly ColumnId[] {
    return this.#columns.map(({ id }) => id);
  }

  /** The fields of records that have a column, by their paths. */
  get fields(): readonly ColumnId[] {
    return this.#columns.filter(({ isField }) => isField).map(({ id }) => id);
  }

  /** The user's choices, to remember. */
  get look(): Pick<TailLook, 'columns' | 'widths'> {
    return {
      widths: Object.fromEntries(this.#widths),
      ...(this.#chosen && { columns: this.#chosen }),
    };
  }

  /** @param width of the grid in pixels */
  setRoom(width: number): void {
    const narrow = width < narrowBelow;
    if (narrow === this.#narrow) return;
    this.#narrow = narrow;
    this.#apply();
  }

  /** @returns undefined for the column that takes what is left */
  width(column: Column): number | undefined {
    const { width } = column;
    return width && (this.#widths.get(column.id) ?? (this.#narrow ? width.narrow : width.wide));
  }

  resize(column: Column, width: number): void {
    if (!column.width) return;
    this.#widths.set(column.id, clampWidth(width));
    this.#apply();
  }

  /** Back to the width that it has by itself. */
  reset(column: Column): void {
    this.#widths.delete(column.id);
    this.#apply();
  }

  /** Shows a column where it belongs among the others, or hides it; the last one stays. */
  toggle(id: ColumnId): void {
    const shown = this.#columns.map((column) => column.id);
    if (!shown.includes(id)) {
      const before = this.#all.slice(
        0,
        this.#all.findIndex((column) => column.id === id),
      );
      const at = shown.findLastIndex((other) => before.some((column) => column.id === other));
      shown.splice(at + 1, 0, id);
    } else if (shown.length > 1) {
      shown.splice(shown.indexOf(id), 1);
    }
    this.#choose(shown);
  }

  /** Shows a field as a column before the value. @returns false where it is shown already, or is no field */
  add(path: string): boolean {
    const shown = this.#columns.some(({ id }) => id === path);
    if (shown || !this.#know(path)) return false;
    this.toggle(path);
    return true;
  }

  /** Takes a field among the columns that there are. */
  #know(path: string): boolean {
    if (this.#all.some(({ id }) => id === path)) return true;
    const column = fieldColumn(path);
    if (column === undefined) return false;
    const at = this.#all.findIndex(({ id }) => id === 'value');
    this.#all = [...this.#all.slice(0, at), column, ...this.#all.slice(at)];
    return true;
  }

  /**
   * Moves the column at `index` by so many places.
   *
   * @returns where it is then
   */
  move(index: number, by: number): number {
    const shown = this.#columns.map((column) => column.id);
    const target = Math.max(0, Math.min(shown.length - 1, index + by));
    if (target === index || index < 0) return index;
    shown.splice(target, 0, ...shown.splice(index, 1));
    this.#choose(shown);
    return target;
  }

  #choose(ids: readonly ColumnId[]): void {
    this.#chosen = ids;
    this.#apply();
  }

  #visible(): readonly Column[] {
    const chosen = this.#chosen;
    if (!chosen) {
      const room = this.#narrow ? ['always'] : ['always', 'wide'];
      return this.#all.filter((column) => room.includes(column.shown));
    }
    return chosen.flatMap((id) => this.#all.filter((column) => column.id === id));
  }

  #apply(): void {
    const before = this.#columns;
    this.#columns = this.#visible();
    let least = sidePadding + gap * (this.#columns.length - 1);
    const tracks = this.#columns.map((column) => {
      const width = this.width(column);
      least += width ?? minFlexibleWidth;
      if (width === undefined) return `minmax(${minFlexibleWidth}px, 1fr)`;
      return `${width}px`;
    });
    this.#target.style.setProperty('--columns', tracks.join(' '));
    this.#target.style.setProperty('--least-width', `${least}px`);
    this.#target.classList.toggle('narrow', this.#narrow);
    const same =
      before.length === this.#columns.length &&
      before.every((column, index) => column === this.#columns[index]);
    if (!same && before.length > 0) this.#changed();
  }
}
