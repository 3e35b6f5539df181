import { parseFieldPath } from '../../src/core/field/fieldPath.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';

/** A column that every topic has, or the path of a field (`value.total`). */
export type ColumnId = string;

/** One column of the grid. The one without a width takes what is left. */
export interface Column {
  readonly id: ColumnId;
  /** It shows a field of the records. */
  readonly isField?: boolean;
  readonly title: string;
  /** Shown instead where the title does not fit. */
  readonly shortTitle?: string;
  readonly help?: string;
  readonly align: 'start' | 'end';
  /** Width in pixels while the user has chosen no other, by room. */
  readonly width?: { readonly wide: number; readonly narrow: number };
  /** Where it is shown while the user has not chosen. */
  readonly shown: 'always' | 'wide' | 'never';
}

const minColumnWidth = 24;
const maxColumnWidth = 1200;

/**
 * All there are, left to right while the user has chosen no other order.
 *
 * @param topics the view has a column for the topic: it shows several
 */
export function tailColumns(strings: TailStrings, topics = false): readonly Column[] {
  return [
    {
      id: 'timestamp',
      title: strings.timestamp,
      help: strings.timestampHelp,
      align: 'start',
      width: { wide: 176, narrow: 92 },
      shown: 'always',
    },
    ...(topics ? [topicColumn(strings)] : []),
    {
      id: 'partition',
      title: strings.partition,
      shortTitle: strings.partitionShort,
      align: 'end',
      width: { wide: 36, narrow: 26 },
      shown: 'always',
    },
    {
      id: 'offset',
      title: strings.offset,
      align: 'end',
      width: { wide: 92, narrow: 72 },
      shown: 'always',
    },
    {
      id: 'key',
      title: strings.key,
      align: 'start',
      width: { wide: 140, narrow: 76 },
      shown: 'always',
    },
    {
      id: 'headers',
      title: strings.headers,
      help: strings.headersHelp,
      align: 'start',
      width: { wide: 160, narrow: 90 },
      shown: 'never',
    },
    { id: 'value', title: strings.value, align: 'start', shown: 'always' },
    {
      id: 'size',
      title: strings.size,
      help: strings.sizeHelp,
      align: 'end',
      width: { wide: 64, narrow: 56 },
      shown: 'wide',
    },
  ];
}

function topicColumn(strings: TailStrings): Column {
  return {
    id: 'topic',
    title: strings.topic,
    align: 'start',
    width: { wide: 120, narrow: 80 },
    shown: 'always',
  };
}

/** The column of a field; undefined where that is no path of one. */
export function fieldColumn(path: string): Column | undefined {
  if (parseFieldPath(path) === undefined) return undefined;
  return {
    id: path,
    isField: true,
    title: path,
    shortTitle: path.replace(/^(value|key|header)\.?/, ''),
    align: 'start',
    width: { wide: 120, narrow: 80 },
    shown: 'never',
  };
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(maxColumnWidth, Math.max(minColumnWidth, width)));
}
