import type { BatchQueues } from './batchQueues.ts';
import type { BatchStamps } from './batchStamps.ts';
import type { PendingBatch } from './pendingBatch.ts';
import type { RecordOutcome } from './recordOutcome.ts';

/** Where the records of a batch are: the offset of its first, and the time at which the log took it in (−1 for theirs). */
export interface WrittenBatch {
  readonly baseOffset: bigint | undefined;
  readonly logAppendTimeMs: bigint;
}

/** Takes batches out of a topic's queues and tells what became of each of their records. */
export class BatchSettlement {
  readonly #queues: BatchQueues;
  readonly #stamps: BatchStamps;
  readonly #tell: (index: number, outcome: RecordOutcome) => void;
  /** Why an idempotent writer cannot go on: a batch may have been written, so the next number is not known. */
  #lost: Error | undefined;

  /** @param tell is called once for each record */
  constructor(
    queues: BatchQueues,
    stamps: BatchStamps,
    tell: (index: number, outcome: RecordOutcome) => void,
  ) {
    this.#queues = queues;
    this.#stamps = stamps;
    this.#tell = tell;
  }

  /** Refuses all that waits; what is on its way is settled by its own send. */
  giveUp(error: Error): void {
    for (const batch of this.#queues.waiting()) this.refused(batch, error);
  }

  /** Refuses all that waits where nothing that follows can be written any more. */
  giveUpLost(): void {
    if (this.#lost !== undefined) this.giveUp(this.#lost);
  }

  written(batch: PendingBatch, { baseOffset, logAppendTimeMs }: WrittenBatch): void {
    this.#stamps.written(batch);
    this.#settle(batch, (place) => ({
      state: 'written',
      partition: batch.partition,
      offset: baseOffset === undefined ? undefined : baseOffset + BigInt(place),
      timestampMs: logAppendTimeMs >= 0n ? Number(logAppendTimeMs) : batch.timestampsMs[place],
    }));
    // Without an answer the batch may be on its way still.
    if (baseOffset !== undefined) batch.free();
  }

  refused(batch: PendingBatch, error: Error): void {
    if (batch.doubtful) this.unknown(batch, error);
    else this.#settle(batch, () => ({ state: 'refused', partition: batch.partition, error }));
  }

  unknown(batch: PendingBatch, error: Error): void {
    this.#settle(batch, () => ({ state: 'unknown', partition: batch.partition, error }));
    if (!this.#stamps.areKept) return;
    // The broker would take what follows for a gap, or under the same number for the same batch.
    this.#lost ??= error;
    this.giveUp(error);
  }

  #settle(batch: PendingBatch, outcome: (place: number) => RecordOutcome): void {
    if (!this.#queues.replace(batch, [])) return;
    batch.indexes.forEach((index, place) => {
      this.#tell(index, outcome(place));
    });
  }
}
