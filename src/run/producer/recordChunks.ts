import type { RecordToProduce } from '../../kafka/produce/recordToProduce.ts';
import type { RecordScope, RunScope } from '../runScope.ts';
import type { ProducerSettings } from './producerSettings.ts';
import type { RecordEncoder } from './recordEncoder.ts';
import type { RecordMakers } from './recordMakers.ts';
import type { RecordMaker } from './recordText.ts';

/** So many records or bytes are made before they are handed on: a bad one among them stops them all. */
const mostRecords = 250;
const mostBytes = 1024 * 1024;

/** Records that are handed on together; behind the last ones there is nothing to wait for. */
export interface RecordChunk {
  readonly records: readonly RecordToProduce[];
  readonly isLast: boolean;
}

/** The records of a run, made when they are taken: `count` rounds of the body's or the file's. */
export async function* recordChunks(
  source: RecordMakers,
  settings: ProducerSettings,
  encoder: RecordEncoder,
  scopes: RunScope,
): AsyncGenerator<RecordChunk> {
  const most = chunkSize(settings);
  let records: RecordToProduce[] = [];
  let bytes = 0;
  let index = 0;
  const shared = scopes.at(0);
  for await (const makers of pieces(source, settings.count, most)) {
    for (const maker of makers) {
      if (records.length >= most || bytes >= mostBytes) {
        yield { records, isLast: false };
        records = [];
        bytes = 0;
      }
      const scope = encoder.needsScopes ? scopes.at(index) : shared;
      const record = encoded(encoder, maker, scope);
      index += 1;
      bytes += (record.key?.length ?? 0) + (record.value?.length ?? 0);
      records.push(record);
    }
  }
  if (records.length > 0) yield { records, isLast: true };
}

function encoded(encoder: RecordEncoder, maker: RecordMaker, scope: RecordScope): RecordToProduce {
  try {
    return encoder.encode(maker, scope);
  } catch (error) {
    throw maker.line === undefined ? error : new UnmadeRecord(error, maker.line);
  }
}

/** Why a record could not be made, in `cause`, and its 1-based line. */
export class UnmadeRecord extends Error {
  readonly line: number;

  constructor(cause: unknown, line: number) {
    super('A record cannot be made', { cause });
    this.line = line;
  }
}

async function* pieces(
  { makers, stream }: RecordMakers,
  count: number,
  most: number,
): AsyncGenerator<readonly RecordMaker[]> {
  if (stream !== undefined) {
    for (let round = 0; round < count; round += 1) yield* stream();
    return;
  }
  if (makers.length === 0) return;
  const roundsAtOnce = Math.max(1, Math.floor(most / makers.length));
  for (let round = 0; round < count; round += roundsAtOnce) {
    const rounds = Math.min(roundsAtOnce, count - round);
    yield Array.from({ length: rounds }, () => makers).flat();
  }
}

/** With a rate, ten chunks a second are enough to keep it even. */
function chunkSize({ rate }: ProducerSettings): number {
  return rate === undefined
    ? mostRecords
    : Math.min(mostRecords, Math.max(1, Math.floor(rate / 10)));
}
