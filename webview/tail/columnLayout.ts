import { clampWidth, type Column, type ColumnWidths } from './columns.ts';

/** Narrower than this the grid takes its narrow widths and hides the day of a timestamp. */
const narrowBelow = 560;
const minFlexibleWidth = 110;
/** The space between two columns and at both sides, as in grid.css. */
const gap = 10;
const sidePadding = 12;

/** How wide the columns are, given to the style sheet as variables on the grid's element. */
export class ColumnLayout {
  readonly columns: readonly Column[];
  readonly #target: HTMLElement;
  readonly #widths: Map<string, number>;
  #narrow = false;

  constructor(target: HTMLElement, columns: readonly Column[], widths: ColumnWidths) {
    this.#target = target;
    this.columns = columns;
    this.#widths = new Map(Object.entries(widths));
    this.#apply();
  }

  /** The widths that the user chose. */
  get chosen(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#widths);
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

  #apply(): void {
    let least = 2 * sidePadding + gap * (this.columns.length - 1);
    const tracks = this.columns.map((column) => {
      const width = this.width(column);
      least += width ?? minFlexibleWidth;
      if (width === undefined) return `minmax(${minFlexibleWidth}px, 1fr)`;
      this.#target.style.setProperty(`--column-${column.id}`, `${width}px`);
      return `var(--column-${column.id})`;
    });
    this.#target.style.setProperty('--columns', tracks.join(' '));
    this.#target.style.setProperty('--least-width', `${least}px`);
    this.#target.classList.toggle('narrow', this.#narrow);
  }
}
