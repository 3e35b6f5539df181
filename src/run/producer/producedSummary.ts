import type { BlockResult, ProducedPlace, ProducedRange } from '../blockResult.ts';

/** One record as the cluster answered; `offset` is undefined where `acks: 0` leaves it unknown. */
export interface Produced {
  readonly partition: number;
  readonly offset: bigint | undefined;
}

/** Above this many records a result lists ranges. */
const mostListed = 100;

/** Collects what a run wrote, in little memory however many records there are. */
export class ProducedSummary {
  readonly #topic: string;
  readonly #listed: ProducedPlace[] = [];
  /** The open range of each partition, and all ranges in the order in which they began. */
  readonly #open = new Map<number, { first: bigint | undefined; next: bigint; count: number }>();
  readonly #ranges: [
    partition: number,
    range: { first: bigint | undefined; next: bigint; count: number },
  ][] = [];
  #count = 0;

  constructor(topic: string) {
    this.#topic = topic;
  }

  get count(): number {
    return this.#count;
  }

  add({ partition, offset }: Produced): void {
    this.#count += 1;
    if (this.#listed.length < mostListed) {
      this.#listed.push({
        topic: this.#topic,
        partition,
        ...(offset === undefined ? {} : { offset: String(offset) }),
      });
    }
    const open = this.#open.get(partition);
    if (
      open !== undefined &&
      (offset === undefined ? open.first === undefined : open.next === offset)
    ) {
      open.next += 1n;
      open.count += 1;
      return;
    }
    const range = { first: offset, next: (offset ?? 0n) + 1n, count: 1 };
    this.#open.set(partition, range);
    this.#ranges.push([partition, range]);
  }

  /** The part of the result that tells what was written. */
  result(): Pick<BlockResult, 'records' | 'ranges' | 'count'> {
    if (this.#count <= mostListed) {
      return { records: this.#listed };
    }
    const ranges = this.#ranges.map(([partition, { first, next, count }]): ProducedRange => ({
      topic: this.#topic,
      partition,
      ...(first === undefined ? {} : { firstOffset: String(first), lastOffset: String(next - 1n) }),
      count,
    }));
    return { count: this.#count, ranges };
  }
}
