import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import type { DataText } from '../blockResult.ts';
import { LineReader } from './lineReader.ts';
import type { RecordMaker, RecordParser, RecordText } from './recordText.ts';

/** The fields that a record read has; topic and offset say where it was and are not written. */
const known: ReadonlySet<string> = new Set([
  'topic',
  'partition',
  'offset',
  'timestamp',
  'key',
  'value',
  'headers',
]);

/** A JSON object a line, in the shape of a record read. Blank lines are left out. */
export function recordsFromJsonLines(): RecordParser {
  const reader = new LineReader();
  return (text, last) => {
    const before = reader.count;
    return reader
      .read(text, last)
      .flatMap((line, index): RecordMaker[] =>
        line.trim() === ''
          ? []
          : [{ line: before + index + 1, make: (fill) => recordOf(fill(line)) }],
      );
  };
}

function refuse(...found: Parameters<typeof problem>): never {
  throw new ProblemError(problem(...found));
}

function recordOf(line: string): RecordText {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch (error) {
    refuse('jsonLineInvalid', error instanceof Error ? error.message : String(error));
  }
  if (!isObject(fields)) refuse('jsonLineNoObject');
  const stranger = Object.keys(fields).find((name) => !known.has(name));
  if (stranger !== undefined) refuse('jsonFieldUnknown', stranger, [...known].join(', '));
  const { key, value, headers, partition, timestamp } = fields;
  if (!isData(value)) refuse('jsonDataInvalid', 'value');
  if (key !== undefined && !isData(key)) refuse('jsonDataInvalid', 'key');
  if (headers !== undefined && !isHeaders(headers)) refuse('jsonHeadersInvalid');
  if (partition !== undefined && !(isWhole(partition) && partition >= 0)) {
    refuse('jsonWholeInvalid', 'partition');
  }
  if (timestamp !== undefined && !isWhole(timestamp)) refuse('jsonWholeInvalid', 'timestamp');
  return {
    value,
    ...(key === undefined ? {} : { key }),
    ...(headers === undefined ? {} : { headers }),
    ...(partition === undefined ? {} : { partition }),
    // A record that has none is read as -1; other times before 1970 are times.
    ...(timestamp === undefined || timestamp === -1 ? {} : { timestampMs: timestamp }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isData(value: unknown): value is DataText {
  return (
    value === null ||
    typeof value === 'string' ||
    (isObject(value) && Object.keys(value).length === 1 && typeof value.base64 === 'string')
  );
}

function isHeaders(value: unknown): value is [string, DataText][] {
  return (
    Array.isArray(value) &&
    value.every(
      (entry: unknown) =>
        Array.isArray(entry) &&
        entry.length === 2 &&
        typeof entry[0] === 'string' &&
        isData(entry[1]),
    )
  );
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
