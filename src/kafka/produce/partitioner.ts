import { partitionOfKey } from '../../core/batch/murmur2.ts';
import { KafkaError } from '../../core/kafkaError.ts';
import type { RecordToProduce } from './recordToProduce.ts';

/** As Java's producer: it stays with one partition for a batch of its default size. */
const stickyBytes = 16_384;

/**
 * Chooses partitions as Java's default partitioner does: the one asked for, else by the key's hash, else one
 * at random for a while, among those that have a leader.
 */
export class Partitioner {
  readonly #topic: string;
  readonly #partitions: number;
  readonly #available: readonly number[];
  #sticky: number | undefined;
  #stickyLeft = 0;

  /**
   * @param partitions how many the topic has
   * @param available those with a leader
   */
  constructor(topic: string, partitions: number, available: readonly number[]) {
    this.#topic = topic;
    this.#partitions = partitions;
    this.#available = available;
  }

  /** Throws `KafkaError('partitionUnknown')` for a partition that the topic does not have. */
  choose(record: RecordToProduce): number {
    const { partition, key } = record;
    if (partition !== undefined) {
      if (Number.isInteger(partition) && partition >= 0 && partition < this.#partitions) {
        return partition;
      }
      throw new KafkaError(
        'partitionUnknown',
        `Topic ${this.#topic} has ${this.#partitions} partitions, none is ${partition}`,
        { details: { topic: this.#topic, partition, partitions: this.#partitions } },
      );
    }
    if (key !== null) return partitionOfKey(key, this.#partitions);
    return this.#spread(record.value?.length ?? 0);
  }

  #spread(bytes: number): number {
    if (this.#sticky === undefined || this.#stickyLeft <= 0) {
      const others = this.#available.filter((partition) => partition !== this.#sticky);
      const choices = others.length > 0 ? others : this.#available;
      this.#sticky = choices[Math.floor(Math.random() * choices.length)] ?? 0;
      this.#stickyLeft = stickyBytes;
    }
    this.#stickyLeft -= bytes + 1;
    return this.#sticky;
  }
}
