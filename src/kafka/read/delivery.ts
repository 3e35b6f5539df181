import type { CodecName } from '../../core/codec/codec.ts';
import { KafkaError } from '../../core/kafkaError.ts';
import { beforeTime } from '../../core/record/beforeTime.ts';
import { CorruptBatch } from '../../core/record/corruptBatch.ts';
import { openBatch } from '../../core/record/openBatch.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import { RecordBudget } from './recordBudget.ts';
import type { BatchFilter } from './batchFilter.ts';
import { BodiesAhead } from './bodiesAhead.ts';
import type { BodyThread } from './bodyThread.ts';
import type { Checksums } from './checksums.ts';
import { inPlace, nextBase } from './inPlace.ts';
import type { PartitionRead } from './partitionRead.ts';
import { RateMeter } from './rateMeter.ts';
import type { ReadProgress } from './readProgress.ts';
import type { Received } from './receiveBatches.ts';
import type { Turns } from './turns.ts';

/** Who gets what is read, batch by batch, in offset order within a partition. */
export interface ReadSink {
  /** Called only for batches with something to show; a corrupt one has `corrupt` set. */
  batch(batch: RecordBatch): void;
  /** Called when progress or state has changed; not at a bounded rate. */
  changed?(): void;
}

/** A batch on its way: what of it is handed on, and the position behind it. */
interface Waiting {
  readonly end: bigint;
  readonly seen: number;
  readonly batches: readonly RecordBatch[] | Promise<readonly RecordBatch[]>;
  /** Its records in memory that is used again. */
  readonly body?: Uint8Array | undefined;
  readonly codec: CodecName;
}

/** So many batches of a partition are with the worker at once. */
const lookedAtAhead = 4;

/** Hands batches on: each once, clipped to what was asked for, with the event loop kept free. */
export class Delivery {
  /** Records handed on, records looked at, and offsets passed (those without a record, too). */
  records = 0;
  seen = 0;
  offsets = 0n;
  bytes = 0;
  corruptBatches = 0;
  controlBatches = 0;
  readonly #sink: ReadSink;
  readonly #turns: Turns;
  readonly #budget: RecordBudget;
  readonly #before: number | undefined;
  readonly #lazy: boolean;
  readonly #bodies: BodyThread | undefined;
  readonly #recordRate = new RateMeter();
  readonly #byteRate = new RateMeter();
  readonly #offsetRate = new RateMeter();
  /** Keeps only what is wanted; set before the first delivery. */
  filter: BatchFilter | undefined;

  constructor(
    sink: ReadSink,
    turns: Turns,
    options: {
      budget?: RecordBudget;
      checksums?: Checksums;
      beforeMs?: number | undefined;
      bodies?: BodyThread | undefined;
    } = {},
  ) {
    this.#sink = sink;
    this.#turns = turns;
    this.#budget = options.budget ?? new RecordBudget();
    this.#before = options.beforeMs;
    this.#lazy = options.checksums === 'whenShown';
    this.#bodies = options.bodies;
  }

  /** What has been handed on and looked at so far, and how fast. */
  get counts(): Omit<
    ReadProgress,
    'state' | 'partitions' | 'timeLeftMs' | 'throttledMs' | 'caughtUp'
  > {
    const { records, seen, offsets, bytes, corruptBatches, controlBatches } = this;
    return {
      ...{ records, seen, offsets, bytes, corruptBatches, controlBatches },
      filterFailures: this.filter?.failures,
      recordsPerSecond: this.#recordRate.perSecond(),
      bytesPerSecond: this.#byteRate.perSecond(),
      offsetsPerSecond: this.#offsetRate.perSecond(),
    };
  }

  /** True once as many records were handed on as the plan allows. */
  get full(): boolean {
    return this.#budget.left <= 0;
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
    const waiting: Waiting[] = [];
    /** Behind what was taken from this answer. */
    let end: bigint | undefined;
    const ahead = this.#bodies && new BodiesAhead(this.#bodies, bytes, spans);
    for (let index = 0; index < spans.length; index++) {
      await (running() ?? this.#turns.next());
      if (signal.aborted || this.full) return;
      const span = spans[index];
      if (span === undefined) return;
      const checked = index === spans.length - 1 && received.lastIsIntact;
      const expanded = ahead?.at(index);
      const body = expanded instanceof Promise ? await expanded : expanded;
      // Paused while the worker was busy: nothing more is handed on.
      if (expanded instanceof Promise) await running();
      const opened = openBatch(read.context, bytes, span, { checked, lazy: this.#lazy, body });
      this.#count(span.end - span.start);
      const from = end ?? read.position ?? 0n;
      // One that goes on exactly where the last one ended is more to be trusted than those behind it.
      const sure = opened.corrupt === undefined && opened.baseOffset === from;
      const next = nextBase(spans, index + 1, sure ? opened.lastOffset : from, read.nextFetch);
      const batch = inPlace(opened, from, next, end === undefined);
      if (batch === undefined) continue;
      end = batch.lastOffset + 1n;
      const { codec } = batch;
      waiting.push({ ...this.#look(read, batch, from, received), body, codec });
      // A worker looks at the next batches while this one is waited for.
      if (waiting.length >= lookedAtAhead)
        await this.#handOn(read, waiting.shift(), running, signal);
    }
    while (waiting.length > 0) await this.#handOn(read, waiting.shift(), running, signal);
    if (!signal.aborted && !this.full) read.position = read.nextFetch;
  }

  #count(bytes: number): void {
    this.bytes += bytes;
    this.#byteRate.add(bytes);
  }

  /** What is to be handed on of a batch, perhaps once a worker has looked at it. */
  #look(
    read: PartitionRead,
    batch: RecordBatch,
    from: bigint,
    received: Received,
  ): Pick<Waiting, 'end' | 'seen' | 'batches'> {
    if (batch.control) this.controlBatches++;
    const end = batch.lastOffset + 1n;
    const hidden = received.aborted?.hides(batch) === true;
    const shown = this.#clip(batch, from, read.stop);
    if (hidden || (shown.count === 0 && shown.corrupt === undefined)) {
      return { end, seen: 0, batches: [] };
    }
    const batches = this.filter?.select(shown) ?? [shown];
    // It is awaited later; until then its rejection is nobody's.
    if (batches instanceof Promise) batches.catch(() => undefined);
    return { end, seen: shown.count, batches };
  }

  /** Hands on and moves the position behind it, so that a read that stops knows where to go on. */
  async #handOn(
    read: PartitionRead,
    waiting: Waiting | undefined,
    running: () => Promise<void> | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    if (waiting === undefined) return;
    const { end, seen, batches, body, codec } = waiting;
    const found = batches instanceof Promise ? await batches : batches;
    if (batches instanceof Promise) await running();
    if (signal.aborted || this.full) return;
    let position = end;
    for (const batch of found) {
      const cut = this.handOn(batch);
      if (cut === undefined) continue;
      position = cut;
      break;
    }
    if (body !== undefined) this.#bodies?.giveBack(body, codec);
    this.seen += seen;
    this.#recordRate.add(seen);
    const passed = position - (read.position ?? position);
    this.offsets += passed;
    this.#offsetRate.add(Number(passed));
    read.position = position;
  }

  /** Hands a batch on, up to the limit; the offset of the first record beyond that, where there is one. */
  handOn(batch: RecordBatch): bigint | undefined {
    const shown = batch.slice(0, this.#budget.left);
    if (shown.corrupt !== undefined) this.corruptBatches++;
    this.records += shown.count;
    this.#budget.left -= shown.count;
    this.#sink.batch(shown);
    return shown.count < batch.count ? offsetOf(batch, shown.count) : undefined;
  }

  /** The part of a batch that lies within what was asked for (but for the limit). */
  #clip(batch: RecordBatch, from: bigint, stop: bigint | undefined): RecordBatch {
    if (batch.corrupt !== undefined) return batch;
    try {
      const start = batch.baseOffset < from ? batch.indexOf(from) : 0;
      const end =
        stop !== undefined && batch.lastOffset >= stop ? batch.indexOf(stop) : batch.count;
      const shown = batch.slice(start, end);
      return this.#before === undefined ? shown : beforeTime(shown, this.#before);
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      return new CorruptBatch(batch, error, batch.sizeBytes);
    }
  }
}

/** `undefined` where the batch cannot be read after all. */
function offsetOf(batch: RecordBatch, index: number): bigint | undefined {
  try {
    return batch.record(index).offset;
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return undefined;
  }
}
