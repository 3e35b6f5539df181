import { findProperty } from '../../core/scratch/findProperty.ts';
import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { producerProperties as specs } from '../../core/scratch/properties/producerProperties.ts';
import type { BlockBody } from '../../core/scratch/scratchDocument.ts';
import type { TextRange } from '../../core/scratch/textRange.ts';
import type { TemplateScope } from '../../core/scratch/template/renderTemplate.ts';
import type { RecordsShape } from '../../core/scratch/values/recordsSource.ts';
import type { ValueSource } from '../../core/scratch/values/valueSource.ts';
import type { PropertyReader } from '../propertyReader.ts';
import { readBlockFile } from '../readBlockFile.ts';
import type { RunContext } from '../runContext.ts';
import { withPlace, withPlaceAsync } from '../withPlace.ts';
import { fileRecords } from './fileRecords.ts';
import type { RecordMaker, RecordParser } from './recordText.ts';
import { recordsFromCsv } from './recordsFromCsv.ts';
import { recordsFromJsonLines } from './recordsFromJsonLines.ts';
import { recordsFromLines } from './recordsFromLines.ts';

/** The records of one round of a PRODUCER, and whether their text is filled in (a file's never is). */
export interface RecordMakers {
  readonly makers: readonly RecordMaker[];
  readonly fromFile: boolean;
  /** Instead of `makers`, where a file has the records: reads it from its start. */
  readonly stream?: () => AsyncGenerator<readonly RecordMaker[]>;
}

/** Turns what a block sends (its body, `value:` or `records:`) into makers of records. */
export async function recordMakers(
  reader: PropertyReader,
  scope: TemplateScope,
  context: RunContext,
): Promise<RecordMakers> {
  const value = reader.read(specs.value, scope);
  if (value !== undefined) {
    return { makers: [await fromValue(value, reader, context)], fromFile: true };
  }
  const { shape, file } = reader.read(specs.records, scope) ?? { shape: 'one' };
  const separator = reader.read(specs.separator, scope);
  if (file === undefined) {
    const { body, keywordRange, kind } = reader.block;
    if (body === undefined) {
      throw new ProblemError(problem('bodyMissing', kind), keywordRange);
    }
    const makers = withPlace(body.range, () => fromText(body, shape, separator));
    return { makers, fromFile: false };
  }
  const place = findProperty(reader.block, specs.records.name)?.valueRange;
  if (shape === 'one') {
    const bytes = await withPlaceAsync(place, () => readBlockFile(file, context));
    return { makers: [{ make: () => ({ value: bytes }) }], fromFile: true };
  }
  const stream = (): AsyncGenerator<readonly RecordMaker[]> =>
    placedAt(place, fileRecords(file, parserOf(shape, separator), context));
  return { makers: [], fromFile: true, stream };
}

/** What goes wrong in a file is told at the line that names it. */
async function* placedAt(
  place: TextRange | undefined,
  pieces: AsyncGenerator<readonly RecordMaker[]>,
): AsyncGenerator<readonly RecordMaker[]> {
  try {
    for (;;) {
      const next = await withPlaceAsync(place, () => pieces.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await pieces.return(undefined);
  }
}

async function fromValue(
  source: ValueSource,
  reader: PropertyReader,
  context: RunContext,
): Promise<RecordMaker> {
  switch (source.kind) {
    case 'null':
      return { make: () => ({ value: null }) };
    case 'empty':
      return { make: () => ({ value: new Uint8Array() }) };
    case 'file': {
      const place = findProperty(reader.block, specs.value.name)?.valueRange;
      const value = await withPlaceAsync(place, () => readBlockFile(source.file, context));
      return { make: () => ({ value }) };
    }
  }
}

function fromText(
  { text, lines }: BlockBody,
  shape: RecordsShape,
  separator: string | undefined,
): readonly RecordMaker[] {
  return shape === 'one'
    ? [{ make: (fill) => ({ value: fill(text) }) }]
    : parserOf(shape, separator)(shape === 'lines' ? lines : text, true);
}

function parserOf(
  shape: Exclude<RecordsShape, 'one'>,
  separator: string | undefined,
): RecordParser {
  switch (shape) {
    case 'lines':
      return recordsFromLines(separator);
    case 'jsonl':
      return recordsFromJsonLines();
    case 'csv':
      return recordsFromCsv();
  }
}
