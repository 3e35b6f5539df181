import type { PendingBatch } from './pendingBatch.ts';

/** The sealed batches of a topic, one queue a partition, of which the first may be on its way. */
export class BatchQueues {
  readonly #queues = new Map<number, PendingBatch[]>();
  readonly #sending = new Set<PendingBatch>();
  #bytes = 0;

  /** Of all that waits or is on its way, before compression. */
  get bytes(): number {
    return this.#bytes;
  }

  /** True when every batch has been settled. */
  get empty(): boolean {
    return this.#queues.size === 0;
  }

  /** True while a batch is on its way. */
  get sending(): boolean {
    return this.#sending.size > 0;
  }

  push(batch: PendingBatch): void {
    const queue = this.#queues.get(batch.partition);
    if (queue) queue.push(batch);
    else this.#queues.set(batch.partition, [batch]);
    this.#bytes += batch.sizeBytes;
  }

  /** The first batch of every partition that has none on its way. */
  heads(): PendingBatch[] {
    return [...this.#queues.values()].flatMap(([first]) =>
      first === undefined || this.#sending.has(first) ? [] : first,
    );
  }

  /** All that is not on its way. */
  waiting(): PendingBatch[] {
    return [...this.#queues.values()].flat().filter((batch) => !this.#sending.has(batch));
  }

  /** Keeps the partitions of these batches from being sent again until {@link arrived}. */
  departed(batches: readonly PendingBatch[]): void {
    for (const batch of batches) this.#sending.add(batch);
  }

  arrived(batches: readonly PendingBatch[]): void {
    for (const batch of batches) this.#sending.delete(batch);
  }

  /** Puts others in a batch's place, none to take it out. False when it had been taken out before. */
  replace(batch: PendingBatch, others: readonly PendingBatch[]): boolean {
    const queue = this.#queues.get(batch.partition);
    const place = queue?.indexOf(batch) ?? -1;
    if (!queue || place < 0) return false;
    queue.splice(place, 1, ...others);
    this.#bytes -= batch.sizeBytes;
    for (const other of others) this.#bytes += other.sizeBytes;
    if (queue.length === 0) this.#queues.delete(batch.partition);
    return true;
  }
}
