import type { RecordOutcome } from '../../kafka/produce/recordOutcome.ts';
import type { BlockResult, ProducedPlace, ProducedRange } from '../blockResult.ts';
import type { LostRecord } from './lostRecords.ts';

/** Above this many records a result lists ranges. */
const mostListed = 100;

interface OpenRange {
  readonly partition: number;
  readonly first: bigint | undefined;
  next: bigint;
  count: number;
}

/** Collects what became of a run's records, in little memory however many there are. */
export class ProducedSummary {
  readonly #topic: string;
  readonly #places: ProducedPlace[] = [];
  /** The open range of each partition, and all ranges in the order in which they began. */
  readonly #open = new Map<number, OpenRange>();
  readonly #ranges: OpenRange[] = [];
  readonly #lost: LostRecord[] = [];
  /** Records that were not to be sent. */
  skipped = 0;
  #written = 0;

  constructor(topic: string) {
    this.#topic = topic;
  }

  /** The first reason why a record was not surely written. */
  get failure(): Error | undefined {
    return this.#lost[0]?.error;
  }

  /** How many records are surely written. */
  get written(): number {
    return this.#written;
  }

  /** The records that are not surely written, in the order in which that became known. */
  get lost(): readonly LostRecord[] {
    return this.#lost;
  }

  /** Takes the outcome of the run's record number `index`; within a partition in the order of offsets. */
  add(index: number, outcome: RecordOutcome): void {
    const { state } = outcome;
    if (state === 'written') this.#addWritten(index, outcome.partition, outcome.offset);
    else this.#lost.push({ index, state, error: outcome.error });
  }

  #addWritten(index: number, partition: number, offset: bigint | undefined): void {
    this.#written += 1;
    // Of a run that leaves records out the numbers may be high.
    if (this.#written <= mostListed) {
      const place = { topic: this.#topic, partition };
      this.#places[index] = offset === undefined ? place : { ...place, offset: String(offset) };
    }
    const open = this.#open.get(partition);
    const goesOn = offset === undefined ? open?.first === undefined : open?.next === offset;
    if (open !== undefined && goesOn) {
      open.next += 1n;
      open.count += 1;
      return;
    }
    const range = { partition, first: offset, next: (offset ?? 0n) + 1n, count: 1 };
    this.#open.set(partition, range);
    this.#ranges.push(range);
  }

  /** The part of the result that tells what was written and, after a failure, what not. */
  result(): Pick<BlockResult, 'records' | 'ranges' | 'count' | 'refused' | 'unknown'> {
    const refused = this.#lost.filter(({ state }) => state === 'refused').length;
    const unknown = this.#lost.length - refused;
    const lost = {
      ...(refused === 0 ? {} : { refused }),
      ...(unknown === 0 ? {} : { unknown }),
    };
    if (this.#written <= mostListed) {
      // Records that were not written leave holes, which `flat` closes.
      return { ...lost, records: this.#places.flat() };
    }
    const ranges = this.#ranges.map((range) => this.#rangeOf(range));
    return { ...lost, count: this.#written, ranges };
  }

  #rangeOf({ partition, first, next, count }: OpenRange): ProducedRange {
    const offsets =
      first === undefined ? {} : { firstOffset: String(first), lastOffset: String(next - 1n) };
    return { topic: this.#topic, partition, ...offsets, count };
  }
}
