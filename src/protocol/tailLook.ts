import { boolean, boundedText, field, integer, oneOf, optional, wrong } from './bodyChecks.ts';
import { tailFilter } from './planChecks.ts';
import type { TailFilter } from './tailPlan.ts';
import { tailOrder, type TailOrder } from './tailView.ts';

/** How timestamps are written: local time, UTC, or milliseconds since the epoch. */
export type TimeStyle = 'local' | 'utc' | 'epoch';

/** Names of decoders; a part that is left out is shown as what it looks like. */
export interface ChosenDecoders {
  readonly key?: string;
  readonly value?: string;
}

/** How a topic's records are shown, as the user last chose it; the host remembers it per topic. */
export interface TailLook {
  /** The columns that are shown, left to right, where the user chose them. */
  readonly columns?: readonly string[];
  /** Widths in pixels that the user chose, by column. */
  readonly widths?: Readonly<Record<string, number>>;
  readonly time?: TimeStyle;
  readonly decoders?: ChosenDecoders;
  /** Whether the timeline is shown. */
  readonly timeline?: boolean;
  /** Filters that the user has saved, the newest first. */
  readonly filters?: readonly TailFilter[];
  readonly order?: TailOrder;
}

/** All ways to write a time. */
export const timeStyles: readonly TimeStyle[] = ['local', 'utc', 'epoch'];
/** So many filters are saved for a topic. */
export const mostFilters = 30;
const mostColumns = 50;
const maxName = 200;
const maxWidth = 10_000;

/**
 * Checks a look: from the page, or as it was stored.
 *
 * @throws Error naming the field that is wrong
 */
export function tailLook(value: unknown): TailLook {
  if (typeof value !== 'object' || value === null) throw wrong('look');
  const columns = optional(value, 'columns', columnNames);
  const widths = optional(value, 'widths', columnWidths);
  const time = optional(value, 'time', (one) => oneOf(timeStyles, one, 'time'));
  const timeline = optional(value, 'timeline', (one) => boolean(one, 'timeline'));
  const decoders = optional(value, 'decoders', chosenDecoders);
  const order = optional(value, 'order', tailOrder);
  const filters = optional(value, 'filters', savedFilters);
  return {
    ...(columns && { columns }),
    ...(widths && { widths }),
    ...(time && { time }),
    ...(decoders && { decoders }),
    ...(timeline !== undefined && { timeline }),
    ...(filters && { filters }),
    ...(order && { order }),
  };
}

function chosenDecoders(value: unknown): ChosenDecoders {
  const name = (one: unknown): string => boundedText(one, 'decoders', maxName);
  const key = optional(value, 'key', name);
  const chosen = optional(value, 'value', name);
  return {
    ...(key !== undefined && { key }),
    ...(chosen !== undefined && { value: chosen }),
  };
}

function savedFilters(value: unknown): TailFilter[] {
  if (!Array.isArray(value) || value.length > mostFilters) throw wrong('filters');
  return value.map(tailFilter);
}

function columnNames(value: unknown): string[] {
  if (!Array.isArray(value) || value.length > mostColumns) throw wrong('columns');
  return value.map((name) => boundedText(name, 'columns', maxName));
}

function columnWidths(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null) throw wrong('widths');
  const names = Object.keys(value);
  if (names.length > mostColumns) throw wrong('widths');
  return Object.fromEntries(
    names.map((name) => [name, integer(field(value, name), 'widths', maxWidth)]),
  );
}
