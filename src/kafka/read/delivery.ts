import { KafkaError } from '../../core/kafkaError.ts';
import { CorruptBatch } from '../../core/record/corruptBatch.ts';
import { openBatch } from '../../core/record/openBatch.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { PartitionRead } from './partitionRead.ts';
import { RateMeter } from './rateMeter.ts';
import type { Received } from './receiveBatches.ts';
import type { Turns } from './turns.ts';

/** Who gets what is read, batch by batch, in offset order within a partition. */
export interface ReadSink {
  /** Called only for batches with something to show; a corrupt one has `corrupt` set. */
  batch(batch: RecordBatch): void;
  /** Called when progress or state has changed; not at a bounded rate. */
  changed?(): void;
}

/**
 * When checksums are verified. `whenShown`: that of an uncompressed batch waits until one of its records is
 * asked for, for a sink that only counts or searches; compressed batches are always verified first.
 */
export type Checksums = 'always' | 'whenShown';

/** Hands batches on: each once, clipped to what was asked for, with the event loop kept free. */
export class Delivery {
  readonly recordRate = new RateMeter();
  readonly byteRate = new RateMeter();
  records = 0;
  bytes = 0;
  corruptBatches = 0;
  controlBatches = 0;
  readonly #sink: ReadSink;
  readonly #turns: Turns;
  readonly #limit: number;
  readonly #lazy: boolean;

  constructor(
    sink: ReadSink,
    turns: Turns,
    options: { limit?: number | undefined; checksums?: Checksums } = {},
  ) {
    this.#sink = sink;
    this.#turns = turns;
    this.#limit = options.limit ?? Infinity;
    this.#lazy = options.checksums === 'whenShown';
  }

  /** True once as many records were handed on as the plan allows. */
  get full(): boolean {
    return this.records >= this.#limit;
  }

  /**
   * Hands on what a partition received and moves its position.
   *
   * @param running resolves when reading may go on; asked between batches
   */
  async deliver(
    read: PartitionRead,
    received: Received,
    running: () => Promise<void> | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const { bytes, spans } = received;
    for (let index = 0; index < spans.length; index++) {
      await (running() ?? this.#turns.next());
      if (signal.aborted || this.full) return;
      const span = spans[index];
      if (span === undefined) return;
      const checked = index === spans.length - 1 && received.lastIsIntact;
      const opened = openBatch(read.context, bytes, span, { checked, lazy: this.#lazy });
      const next = spans[index + 1]?.baseOffset ?? read.nextFetch;
      this.#count(span.end - span.start);
      this.#pass(read, bounded(opened, read.position ?? 0n, next), received);
    }
    read.position = read.nextFetch;
  }

  #count(bytes: number): void {
    this.bytes += bytes;
    this.byteRate.add(bytes);
  }

  #pass(read: PartitionRead, batch: RecordBatch, received: Received): void {
    const position = read.position ?? 0n;
    if (batch.lastOffset < position) return;
    if (batch.control) this.controlBatches++;
    const hidden = received.aborted?.hides(batch) === true;
    const shown = this.#clip(batch, position, read.stop);
    read.position = batch.lastOffset + 1n;
    if (shown.corrupt !== undefined) this.corruptBatches++;
    if (hidden || (shown.count === 0 && shown.corrupt === undefined)) return;
    this.records += shown.count;
    this.recordRate.add(shown.count);
    this.#sink.batch(shown);
  }

  /** The part of a batch that lies within what was asked for. */
  #clip(batch: RecordBatch, from: bigint, stop: bigint | undefined): RecordBatch {
    if (batch.corrupt !== undefined) return batch;
    try {
      const start = batch.baseOffset < from ? batch.indexOf(from) : 0;
      const end =
        stop !== undefined && batch.lastOffset >= stop ? batch.indexOf(stop) : batch.count;
      return batch.slice(start, Math.min(end, start + this.#limit - this.records));
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      return new CorruptBatch(batch, error, batch.sizeBytes);
    }
  }
}

/** A corrupt batch stands for what really could not be read: behind what was, before what comes next. */
function bounded(batch: RecordBatch, position: bigint, next: bigint): RecordBatch {
  if (batch.corrupt === undefined) return batch;
  const baseOffset = batch.baseOffset < position ? position : batch.baseOffset;
  const lastOffset = batch.lastOffset >= next ? next - 1n : batch.lastOffset;
  const { topic, partition, magic } = batch;
  return new CorruptBatch(
    { topic, partition, magic, baseOffset, lastOffset },
    batch.corrupt,
    batch.sizeBytes,
  );
}
