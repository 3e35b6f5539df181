import type { TailStrings } from '../../src/protocol/tailStrings.ts';

export type ColumnId = 'timestamp' | 'partition' | 'offset' | 'key' | 'value';

/** One column of the grid. The one without a width takes what is left. */
export interface Column {
  readonly id: ColumnId;
  readonly title: string;
  /** Shown instead where the title does not fit. */
  readonly shortTitle?: string;
  readonly help?: string;
  readonly align: 'start' | 'end';
  /** Width in pixels while the user has chosen no other, by room. */
  readonly width?: { readonly wide: number; readonly narrow: number };
}

const minColumnWidth = 24;
const maxColumnWidth = 1200;

/** Left to right. */
export function tailColumns(strings: TailStrings): readonly Column[] {
  return [
    {
      id: 'timestamp',
      title: strings.timestamp,
      help: strings.timestampHelp,
      align: 'start',
      width: { wide: 160, narrow: 92 },
    },
    {
      id: 'partition',
      title: strings.partition,
      shortTitle: strings.partitionShort,
      align: 'end',
      width: { wide: 36, narrow: 26 },
    },
    { id: 'offset', title: strings.offset, align: 'end', width: { wide: 92, narrow: 72 } },
    { id: 'key', title: strings.key, align: 'start', width: { wide: 140, narrow: 76 } },
    { id: 'value', title: strings.value, align: 'start' },
  ];
}

/** Widths the user chose, in pixels, by column. */
export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>>;

export function clampWidth(width: number): number {
  return Math.round(Math.min(maxColumnWidth, Math.max(minColumnWidth, width)));
}
