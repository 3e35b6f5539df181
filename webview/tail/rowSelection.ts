import { maxCopiedRanges, type RowRange } from '../../src/protocol/tailCopy.ts';

/**
 * Which rows are selected, as ranges: a million rows cost as much as one. One end of the newest range stands
 * (the anchor) while the other moves, as in every list of VS Code.
 */
export class RowSelection {
  /** In order, apart from each other; without the range at the anchor. */
  #others: readonly RowRange[] = [];
  #anchor: number | undefined;
  #lead = 0;

  /** The selected rows in order, no two ranges touching. */
  get ranges(): readonly RowRange[] {
    const newest = this.#newest;
    return newest ? joined([...this.#others, newest]) : this.#others;
  }

  get count(): number {
    return this.ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  }

  has(row: number): boolean {
    const newest = this.#newest;
    if (newest && row >= newest.first && row < newest.end) return true;
    return this.#others.some(({ first, end }) => row >= first && row < end);
  }

  clear(): void {
    this.#others = [];
    this.#anchor = undefined;
  }

  /** This row and no other. */
  only(row: number): void {
    this.#others = [];
    this.#anchor = this.#lead = row;
  }

  /**
   * From the anchor to this row, and nothing else; from the row alone where nothing was selected.
   *
   * @param adding what was selected besides stays
   */
  extendTo(row: number, adding = false): void {
    if (!adding) this.#others = [];
    this.#anchor ??= row;
    this.#lead = row;
  }

  /** Begins another range with this row; what is selected stays. Nothing where there are as many as may be copied. */
  begin(row: number): void {
    const ranges = this.ranges;
    if (ranges.length >= maxCopiedRanges) return;
    this.#others = ranges;
    this.#anchor = this.#lead = row;
  }

  /** Adds a row, or takes it away where it is selected; the anchor goes there. */
  toggle(row: number): void {
    if (!this.has(row)) {
      this.begin(row);
      return;
    }
    const left = this.ranges.flatMap((range) => without(range, row));
    if (left.length > maxCopiedRanges) return;
    this.#others = left;
    this.#anchor = undefined;
  }

  /** All rows that there are now: what arrives later is not among them. */
  all(first: number, end: number): void {
    this.#others = [];
    this.#anchor = end > first ? first : undefined;
    this.#lead = end - 1;
  }

  get #newest(): RowRange | undefined {
    if (this.#anchor === undefined) return undefined;
    return {
      first: Math.min(this.#anchor, this.#lead),
      end: Math.max(this.#anchor, this.#lead) + 1,
    };
  }
}

function joined(ranges: readonly RowRange[]): readonly RowRange[] {
  const result: RowRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const last = result.at(-1);
    if (last === undefined || range.first > last.end) result.push(range);
    else result.splice(-1, 1, { first: last.first, end: Math.max(last.end, range.end) });
  }
  return result;
}

function without({ first, end }: RowRange, row: number): RowRange[] {
  if (row < first || row >= end) return [{ first, end }];
  return [
    { first, end: row },
    { first: row + 1, end },
  ].filter((range) => range.end > range.first);
}
