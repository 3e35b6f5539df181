import { KafkaError } from '../../core/kafkaError.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import type { DataFormat } from '../../core/scratch/values/dataFormat.ts';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import { TopicReader } from '../../kafka/read/topicReader.ts';
import type { ReadRecord } from '../blockResult.ts';
import type { RunContext } from '../runContext.ts';
import type { RunOutcome } from '../runOutcome.ts';
import { decodeData } from './decodeData.ts';
import { planRead, type ReadRequest } from './planRead.ts';
import { resolvePlan } from './resolvePlan.ts';

/** So many records a result lists unless the block's `limit` says more. */
const mostListed = 1000;
const text: DataFormat = { kind: 'string', encoding: 'utf8' };

/** Reads a CONSUMER without a group to its end and lists what it read. */
export async function runConsumer(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const request = planRead(block, context);
  const plan = await resolvePlan(request, context.client, context.signal);
  const list = new RecordList(request);
  const enough = new AbortController();
  const sink = {
    batch: (batch: RecordBatch) => {
      list.add(batch);
      // What would not be listed is not read.
      if (list.truncated) enough.abort();
    },
  };
  const reader = new TopicReader(context.client, plan, sink, { log: context.log });
  try {
    const end = await reader.run(AbortSignal.any([context.signal, enough.signal]));
    context.signal.throwIfAborted();
    if (end.kind === 'topicDeleted' || end.kind === 'topicRecreated') {
      throw new KafkaError('topicUnknown', 'The topic was deleted while it was read', {
        details: { topic: request.topic },
      });
    }
  } catch (error) {
    return { ...list.result(), failed: list.corrupt ?? error };
  }
  return list.corrupt === undefined ? list.result() : { ...list.result(), failed: list.corrupt };
}

/** What was read, as the result tells it; only the listed records are decoded. */
class RecordList {
  readonly #records: ReadRecord[] = [];
  readonly #request: ReadRequest;
  readonly #most: number;
  /** There is more than is listed. */
  truncated = false;
  corrupt: KafkaError | undefined;

  constructor(request: ReadRequest) {
    this.#request = request;
    this.#most = Math.max(mostListed, request.limit ?? 0);
  }

  add(batch: RecordBatch): void {
    this.corrupt ??= batch.corrupt;
    for (let index = 0; index < batch.count; index += 1) {
      if (this.#records.length >= this.#most) {
        this.truncated = true;
        return;
      }
      this.#records.push(this.#recordOf(batch.record(index)));
    }
  }

  result(): RunOutcome {
    return { records: this.#records, ...(this.truncated ? { truncated: true } : {}) };
  }

  #recordOf(record: RecordView): ReadRecord {
    const { keyFormat, valueFormat } = this.#request;
    return {
      topic: record.topic,
      partition: record.partition,
      offset: String(record.offset),
      timestamp: record.timestampMs,
      key: decodeData(record.key(), keyFormat),
      value: decodeData(record.value(), valueFormat),
      headers: record
        .headers()
        .map(({ name, value }) => [Buffer.from(name).toString(), decodeData(value, text)]),
    };
  }
}
