import { KafkaError } from '../../core/kafkaError.ts';
import { batchRecords } from '../../core/record/batchRecords.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import { TopicReader } from '../../kafka/read/topicReader.ts';
import type { ReadRecord } from '../blockResult.ts';
import type { RunContext } from '../runContext.ts';
import type { RunOutcome } from '../runOutcome.ts';
import type { ReadRequest } from './planRead.ts';
import { readRecord } from './readRecord.ts';
import { resolvePlan } from './resolvePlan.ts';

/** So many of the newest records are kept. */
const mostKept = 1000;

/** True for a CONSUMER without a group that shows what arrives from now on, without an end of its own. */
export function isEndless({ from, to, limit, group }: ReadRequest): boolean {
  return group === undefined && from.kind === 'latest' && to === undefined && limit === undefined;
}

/**
 * Reads what arrives from now on until the context's signal aborts, which is a good end, and lists the newest
 * records. `watch` is told once it has begun and then after each batch.
 */
export async function watchConsumer(
  request: ReadRequest,
  watch: NonNullable<RunContext['watch']>,
  { client, signal, log }: RunContext,
): Promise<RunOutcome> {
  const plan = await resolvePlan(request, client, signal);
  const list = new NewestRecords(request);
  const sink = {
    batch: (batch: RecordBatch) => {
      list.add(batch);
      watch(list.result());
    },
  };
  const reader = new TopicReader(client, { ...plan, to: { kind: 'never' } }, sink, { log });
  const begun = reader.started.then(
    () => watch(list.result()),
    () => undefined,
  );
  try {
    await reader.run(signal);
    await begun;
  } catch (error) {
    return { ...list.result(), failed: list.corrupt ?? error };
  }
  return list.corrupt === undefined ? list.result() : { ...list.result(), failed: list.corrupt };
}

class NewestRecords {
  corrupt: KafkaError | undefined;
  readonly #request: ReadRequest;
  #records: ReadRecord[] = [];
  #dropped = false;

  constructor(request: ReadRequest) {
    this.#request = request;
  }

  add(batch: RecordBatch): void {
    const first = Math.max(0, batch.count - mostKept);
    const added: ReadRecord[] = [];
    for (const record of batchRecords(batch, first)) {
      if (record instanceof KafkaError) this.corrupt ??= record;
      else added.push(readRecord(record, this.#request));
    }
    const all = [...this.#records, ...added];
    this.#dropped ||= first > 0 || all.length > mostKept;
    this.#records = all.slice(-mostKept);
  }

  result(): Pick<RunOutcome, 'records' | 'truncated'> {
    return { records: this.#records, ...(this.#dropped ? { truncated: true } : {}) };
  }
}
