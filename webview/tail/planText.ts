import { partitionRanges } from '../../src/core/partitionRanges.ts';
import { onePartition } from '../../src/protocol/onePartition.ts';
import type { TailPlan, TailStart, TailStop } from '../../src/protocol/tailPlan.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { fill, type Formats } from '../shared/formats.ts';

/** In so many characters partitions are named. */
const longestRanges = 16;

/** The words of a plan, as the sentence over the grid says them. */
export class PlanText {
  readonly #strings: TailStrings;
  readonly #formats: Formats;

  constructor(strings: TailStrings, formats: Formats) {
    this.#strings = strings;
    this.#formats = formats;
  }

  from(from: TailStart): string {
    const strings = this.#strings;
    const formats = this.#formats;
    switch (from.kind) {
      case 'now':
        return strings.fromNow;
      case 'beginning':
        return strings.fromBeginning;
      case 'offset':
        return fill(strings.fromOffset, String(from.partition), formats.integer(from.offset));
      case 'last':
        return fill(strings.fromLast, formats.integer(from.count));
      case 'time':
        return formats.fullMoment(from.timestampMs);
      case 'ago':
        return formats.ago(from.ms);
      case 'group':
        return fill(strings.fromGroup, from.group);
    }
  }

  to(to: TailStop = { kind: 'never' }): string {
    switch (to.kind) {
      case 'never':
        return this.#strings.toNever;
      case 'end':
        return this.#strings.toEnd;
      case 'count':
        return fill(this.#strings.toCount, this.#formats.integer(to.count));
      case 'time':
        return fill(this.#strings.toTime, this.#formats.fullMoment(to.timestampMs));
      case 'offset': {
        const offset = this.#formats.integer(to.offset);
        return fill(this.#strings.toOffset, String(to.partition), offset);
      }
    }
  }

  /** Which partitions are read, as ranges; only how many where that would be long. */
  partitions(plan: TailPlan): string {
    const only = onePartition(plan);
    const read = only === undefined ? plan.partitions : [only];
    if (read === undefined) return this.#strings.allPartitions;
    const ranges = partitionRanges([...read].sort((a, b) => a - b));
    return ranges.length <= longestRanges
      ? ranges
      : fill(this.#strings.somePartitions, this.#formats.integer(read.length));
  }

  isolation(isolation: TailPlan['isolation']): string {
    const { readCommitted, readUncommitted } = this.#strings;
    return isolation === 'committed' ? readCommitted : readUncommitted;
  }

  /** All of it in one line, for where there is no room for the sentence. */
  summary(plan: TailPlan): string {
    const parts = [
      `${this.from(plan.from)} → ${this.to(plan.to)}`,
      this.partitions(plan),
      this.isolation(plan.isolation),
    ];
    return parts.join(' · ');
  }
}
