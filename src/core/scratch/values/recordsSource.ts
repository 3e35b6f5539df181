import { parsed, refused, type Parsed } from '../parsed.ts';
import { fileReference, type FileReference } from './fileReference.ts';

/** How a text becomes records: one value; a record a line; a JSON object a line; header row and rows. */
export type RecordsShape = 'one' | 'lines' | 'jsonl' | 'csv';

/** The shape of a block's records, and the file they are in where it is not the body. */
export interface RecordsSource {
  readonly shape: RecordsShape;
  readonly file?: FileReference;
}

const shapes: readonly RecordsShape[] = ['one', 'lines', 'jsonl', 'csv'];

/** Reads `one`, `lines`, `jsonl`, `csv`, `file(path)` (the shape follows its ending) or `csv file(path)`. */
export function recordsSource(text: string): Parsed<RecordsSource> {
  const match = /^(one|lines|jsonl|csv)?\s*(file\(.*\))?$/.exec(text);
  const file = match?.[2] === undefined ? undefined : fileReference(match[2]);
  const named = shapes.find((shape) => shape === match?.[1]);
  if (file !== undefined) {
    return parsed({ shape: named ?? shapeOfPath(file.path), file });
  }
  return named === undefined || match?.[2] !== undefined
    ? refused('choiceInvalid', text, 'one, lines, jsonl, csv, file(path)')
    : parsed({ shape: named });
}

function shapeOfPath(path: string): RecordsShape {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  return ending === 'csv' ? 'csv' : ending === 'jsonl' || ending === 'ndjson' ? 'jsonl' : 'lines';
}
