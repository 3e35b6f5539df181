import { element } from '../shared/element.ts';
import { nextSort, sortedPlaces, type SortOrder, type SortValue } from './sortedPlaces.ts';

/** One column of a table: its title, and what its cells are sorted by, row by row as they came. */
export interface SortableColumn {
  readonly title: string;
  /** Its values are numbers, and stand at the end of the cells. */
  readonly end: boolean;
  readonly values: () => readonly SortValue[];
}

/**
 * A table whose titles sort its rows. The titles are one tab stop: the arrow keys, Home and End go from one to
 * another.
 */
export class SortableTable {
  readonly element: HTMLTableElement;
  readonly #columns: readonly SortableColumn[];
  readonly #titles: readonly HTMLButtonElement[];
  readonly #rows: readonly HTMLElement[];
  readonly #body: HTMLElement;
  readonly #locale: string;
  #order: SortOrder | undefined;

  constructor(
    table: HTMLTableElement,
    columns: readonly SortableColumn[],
    rows: readonly (readonly HTMLElement[])[],
    locale: string,
  ) {
    this.element = table;
    this.#columns = columns;
    this.#locale = locale;
    this.#titles = columns.map(({ title }, column) => this.#title(title, column));
    this.#rows = rows.map((cells) => element('tr', '', ...cells));
    this.#body = element('tbody', '', ...this.#rows);
    const cells = columns.map(({ end }, column) => {
      const cell = element('th', end ? 'end' : '', this.#titles[column] ?? '');
      cell.scope = 'col';
      return cell;
    });
    const head = element('thead', '', element('tr', '', ...cells));
    head.addEventListener('keydown', (event) => this.#onKey(event));
    table.append(head, this.#body);
    this.sort(undefined);
    this.#makeStop(0);
  }

  /** Tells one set of columns from another. */
  get titles(): string {
    return JSON.stringify(this.#columns.map(({ title }) => title));
  }

  get order(): SortOrder | undefined {
    return this.#order;
  }

  /** The column whose title has the focus; −1 where none has it. */
  get focused(): number {
    const root = this.element.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    return this.#titles.findIndex((title) => title === active);
  }

  focus(column: number): void {
    this.#makeStop(column);
    this.#titles[column]?.focus({ preventScroll: true });
  }

  /** @param order undefined for the order in which the rows came */
  sort(order: SortOrder | undefined): void {
    const wasSorted = this.#order !== undefined;
    this.#order = order;
    this.#titles.forEach((title, column) => {
      const isSorted = order?.column === column;
      const cell = title.parentElement;
      if (cell !== null) {
        cell.ariaSort = !isSorted ? 'none' : order.descending ? 'descending' : 'ascending';
      }
      title.querySelector('.sort-mark')?.remove();
      if (!isSorted) return;
      const mark = element('span', 'sort-mark', order.descending ? '↓' : '↑');
      mark.ariaHidden = 'true';
      title.append(mark);
    });
    const values = order && this.#columns[order.column]?.values();
    if (values !== undefined) {
      const places = sortedPlaces(values, order?.descending === true, this.#locale);
      this.#body.append(...places.flatMap((place) => this.#rows[place] ?? []));
    } else if (wasSorted) {
      this.#body.append(...this.#rows);
    }
  }

  #title(text: string, column: number): HTMLButtonElement {
    const button = element('button', 'title', text);
    button.type = 'button';
    button.tabIndex = -1;
    button.addEventListener('click', () => {
      this.#makeStop(column);
      this.sort(nextSort(column, this.#order));
    });
    return button;
  }

  #makeStop(column: number): void {
    this.#titles.forEach((title, at) => (title.tabIndex = at === column ? 0 : -1));
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.#titles.length - 1;
    const to = nextTitle(event.key, this.focused, last);
    if (to === undefined) return;
    this.#makeStop(to);
    this.#titles[to]?.focus();
    event.preventDefault();
  }
}

function nextTitle(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
