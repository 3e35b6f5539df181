/** What a cell is sorted by; null stands behind everything else, whichever the direction. */
export type SortValue = string | number | bigint | boolean | null;

/** By which column rows are sorted; undefined in its place is the order in which they came. */
export interface SortOrder {
  readonly column: number;
  readonly descending: boolean;
}

/** What a press on a column's title makes of an order: rising, then falling, then as the rows came. */
export function nextSort(column: number, now: SortOrder | undefined): SortOrder | undefined {
  if (now?.column !== column) return { column, descending: false };
  return now.descending ? undefined : { column, descending: true };
}

/**
 * The places of a column's values in their order: numbers by what they are, before texts, which are sorted as the
 * language does it; equal ones stay as they came.
 *
 * @param locale BCP 47 tag
 */
export function sortedPlaces(
  values: readonly SortValue[],
  descending: boolean,
  locale: string,
): number[] {
  const texts = new Intl.Collator(locale, { numeric: true });
  const sign = descending ? -1 : 1;
  const compare = (a: SortValue, b: SortValue): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (isNumber(a) && isNumber(b)) return sign * (a < b ? -1 : Number(a > b));
    if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -sign : sign;
    return sign * texts.compare(String(a), String(b));
  };
  return values
    .map((value, place) => ({ value, place }))
    .sort((a, b) => compare(a.value, b.value))
    .map(({ place }) => place);
}

function isNumber(value: SortValue): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
