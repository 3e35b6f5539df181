import { stampProducer } from '../../core/batch/stampProducer.ts';
import type { PendingBatch } from './pendingBatch.ts';
import type { ProducerIdentity } from './producerIdentity.ts';

/** Sequence numbers begin anew behind the largest int32. */
const sequenceLimit = 2 ** 31;

/** Numbers the batches of an idempotent writer, per partition; without an identity it leaves them as they are. */
export class BatchStamps {
  readonly #identity: ProducerIdentity | undefined;
  /** Of the next record that is written to each partition. */
  readonly #next = new Map<number, number>();

  constructor(identity: ProducerIdentity | undefined) {
    this.#identity = identity;
  }

  /** True for an idempotent writer. */
  get areKept(): boolean {
    return this.#identity !== undefined;
  }

  /**
   * Stamps a batch that is about to be sent. As one batch of a partition is on its way at a time, its number is
   * known when it leaves; sent again it keeps it.
   */
  stamp(batch: PendingBatch, bytes: Uint8Array): Uint8Array {
    if (this.#identity === undefined) return bytes;
    const { producerId, epoch, transactionalId } = this.#identity;
    batch.sequence ??= this.#next.get(batch.partition) ?? 0;
    const transactional = transactionalId !== undefined;
    stampProducer(bytes, { producerId, epoch, sequence: batch.sequence, transactional });
    return bytes;
  }

  /** The broker has it: the next batch of the partition is numbered behind it. */
  written({ partition, sequence, count }: PendingBatch): void {
    if (sequence !== undefined) this.#next.set(partition, (sequence + count) % sequenceLimit);
  }
}
