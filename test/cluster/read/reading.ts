import { silentLog } from '../../../src/core/log.ts';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import type { RecordView } from '../../../src/core/record/recordView.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import type { ReadEnd, ReadPlan } from '../../../src/kafka/read/readPlan.ts';
import { TopicReader } from '../../../src/kafka/read/topicReader.ts';
import { uniqueName } from '../../support/uniqueName.ts';

/** Creates a topic under a name of its own. */
export async function newTopic(
  client: ClusterClient,
  options: {
    partitions?: number;
    replicationFactor?: number;
    configs?: Record<string, string>;
  } = {},
): Promise<string> {
  const name = uniqueName('read');
  await createTopic(client, { partitions: 1, ...options, name });
  return name;
}

/** A read under way that keeps every record it was given, in order. */
export class Reading {
  readonly records: RecordView[] = [];
  /** Batches that could not be shown. */
  readonly corrupt: RecordBatch[] = [];
  readonly reader: TopicReader;
  readonly ended: Promise<ReadEnd>;
  readonly #abort = new AbortController();
  readonly #waiting = new Set<() => void>();

  constructor(client: ClusterClient, plan: Partial<ReadPlan> & { topic: string }) {
    const whole: ReadPlan = { from: { kind: 'earliest' }, to: { kind: 'end' }, ...plan };
    const sink = {
      batch: (batch: RecordBatch) => {
        if (batch.corrupt !== undefined) this.corrupt.push(batch);
        for (let index = 0; index < batch.count; index++) this.records.push(batch.record(index));
      },
      changed: () => {
        for (const check of this.#waiting) check();
      },
    };
    this.reader = new TopicReader(client, whole, sink, { log: silentLog });
    this.ended = this.reader.run(this.#abort.signal);
    this.ended.catch(() => undefined);
  }

  /** A tail of what is new, once it has begun. */
  static async tail(client: ClusterClient, topic: string): Promise<Reading> {
    const tail = new Reading(client, { topic, from: { kind: 'latest' }, to: { kind: 'never' } });
    await tail.reader.started;
    return tail;
  }

  /** Resolves as soon as `condition` holds; asked whenever something has changed. */
  async until(condition: () => boolean): Promise<void> {
    await Promise.race([
      new Promise<void>((resolve) => {
        const check = () => {
          if (!condition()) return;
          this.#waiting.delete(check);
          resolve();
        };
        this.#waiting.add(check);
        check();
      }),
      this.ended.then((end) => {
        if (!condition()) throw new Error(`The read has ended: ${end.kind}`);
      }),
    ]);
  }

  async stop(): Promise<ReadEnd> {
    this.#abort.abort();
    return this.ended;
  }

  /** `partition:offset` of every record so far. */
  get places(): string[] {
    return this.records.map(({ partition, offset }) => `${partition}:${offset}`);
  }

  get values(): string[] {
    return this.records.map((record) => textOf(record.value()) ?? 'null');
  }
}

export function textOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString();
}

/** Reads a plan to its end. */
export async function readAll(
  client: ClusterClient,
  plan: Partial<ReadPlan> & { topic: string },
): Promise<Reading> {
  const reading = new Reading(client, plan);
  await reading.ended;
  return reading;
}

/** `count` records with the values `0`, `1`, …, each for one partition. */
export function numbered(count: number, partition = 0, first = 0) {
  return Array.from({ length: count }, (_none, index) => ({
    key: null,
    value: Buffer.from(String(first + index)),
    partition,
  }));
}
