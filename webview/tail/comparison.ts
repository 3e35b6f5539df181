import type { RecordPlace } from '../../src/protocol/tailPageState.ts';
import type { RowRange } from '../../src/protocol/tailCopy.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { fill, type Formats } from '../shared/formats.ts';
import type { MenuItem } from '../shared/menu.ts';

/** What a comparison sees of the page, and what it tells it. */
export interface ComparisonContext {
  active(): number | undefined;
  selected(): readonly RowRange[];
  /** Where a row's record is; undefined for a row that shows none. */
  place(row: number): RecordPlace | undefined;
  compare(left: number, right: number): void;
}

/** Compares two records: the one that was selected for it before and the active one, or the two selected rows. */
export class Comparison {
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #context: ComparisonContext;
  #first: { readonly row: number; readonly place: RecordPlace } | undefined;

  constructor(strings: TailStrings, formats: Formats, context: ComparisonContext) {
    this.#strings = strings;
    this.#formats = formats;
    this.#context = context;
  }

  /** Rows mean other records from now on. */
  reset(): void {
    this.#first = undefined;
  }

  /** What a menu of the active record offers. */
  items(): readonly MenuItem[] {
    const row = this.#context.active();
    const place = row === undefined ? undefined : this.#context.place(row);
    if (row === undefined || place === undefined) return [];
    const first = this.#first;
    const select: MenuItem = {
      label: this.#strings.selectForCompare,
      run: () => (this.#first = { row, place }),
    };
    if (first === undefined || first.row === row) return [select];
    const label = fill(this.#strings.compareWith, this.#name(first.place, place.topic));
    return [{ label, run: () => this.#context.compare(first.row, row) }, select];
  }

  /** What a menu of the selected rows offers: something where they are two. */
  ofSelected(): readonly MenuItem[] {
    const [a, b] = this.#context.selected();
    if (a === undefined) return [];
    const right = b?.first ?? a.first + 1;
    const label = this.#strings.compareSelected;
    return [{ label, run: () => this.#context.compare(a.first, right) }];
  }

  #name({ topic, partition, offset }: RecordPlace, here: string): string {
    const place = `${partition}@${this.#formats.integer(offset)}`;
    return topic === here ? place : `${topic} ${place}`;
  }
}
