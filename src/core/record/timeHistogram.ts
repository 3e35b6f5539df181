import type { TimeCounts } from '../../protocol/timeCounts.ts';

/** The records of a batch and the time that they lie in. */
export interface TimedBatch {
  readonly count: number;
  /** Timestamp of the first record, and the highest one, in ms since the epoch; negative for none. */
  readonly firstTimestampMs: number;
  readonly maxTimestampMs: number;
}

const maxSpans = 240;
/** The last millisecond that a `Date` can hold. */
const lastMs = 8.64e15;
/** What adding and taking away fractions may leave behind. */
const nothing = 1e-6;

/**
 * Counts records over time, batch by batch, in constant time and memory: where there is too much time for the
 * spans, each becomes twice as wide. Spans begin at multiples of their width, so that two always become one.
 */
export class TimeHistogram {
  #widthMs = 1;
  /** The number of the first span: it begins at `#first * #widthMs`. */
  #first = 0;
  #counts = new Float64Array(maxSpans);
  #untimed = 0;
  #estimated = false;

  add(batch: TimedBatch): void {
    this.#count(batch, 1);
  }

  /** Takes a batch away that was added. */
  remove(batch: TimedBatch): void {
    this.#count(batch, -1);
  }

  get counts(): TimeCounts {
    const { from, to } = this.#used();
    return {
      startMs: (this.#first + from) * this.#widthMs,
      widthMs: this.#widthMs,
      counts: Array.from(this.#counts.subarray(from, to), (count) => Math.max(0, count)),
      untimed: this.#untimed,
      estimated: this.#estimated,
    };
  }

  #count({ count, firstTimestampMs, maxTimestampMs }: TimedBatch, sign: 1 | -1): void {
    const from = Math.min(firstTimestampMs, maxTimestampMs);
    const to = Math.max(firstTimestampMs, maxTimestampMs);
    if (count === 0) return;
    if (!(from >= 0 && to <= lastMs)) {
      this.#untimed += sign * count;
      return;
    }
    this.#fit(from, to);
    const first = this.#spanOf(from);
    const last = this.#spanOf(to);
    if (first === last) {
      this.#change(first, sign * count);
      return;
    }
    this.#estimated = true;
    for (let span = first; span <= last; span++) {
      const start = Math.max(from, span * this.#widthMs);
      const end = Math.min(to, (span + 1) * this.#widthMs);
      this.#change(span, (sign * count * (end - start)) / (to - from));
    }
  }

  #change(span: number, by: number): void {
    const at = span - this.#first;
    this.#counts[at] = (this.#counts[at] ?? 0) + by;
  }

  #spanOf(ms: number): number {
    return Math.floor(ms / this.#widthMs);
  }

  /** Sees to it that a time falls into the spans that there are. */
  #fit(fromMs: number, toMs: number): void {
    const used = this.#used();
    const isEmpty = used.from === used.to;
    const from = isEmpty ? fromMs : Math.min(fromMs, (this.#first + used.from) * this.#widthMs);
    const to = isEmpty ? toMs : Math.max(toMs, (this.#first + used.to) * this.#widthMs - 1);
    const before = { counts: this.#counts, first: this.#first, widthMs: this.#widthMs };
    if (isEmpty) this.#widthMs = 1;
    while (this.#spanOf(to) - this.#spanOf(from) >= maxSpans) this.#widthMs *= 2;
    const first = this.#spanOf(from);
    const fits = this.#spanOf(from) >= this.#first && this.#spanOf(to) < this.#first + maxSpans;
    if (this.#widthMs === before.widthMs && fits) return;
    this.#first = first;
    this.#counts = new Float64Array(maxSpans);
    for (let at = used.from; at < used.to; at++) {
      const startMs = (before.first + at) * before.widthMs;
      this.#change(this.#spanOf(startMs), before.counts[at] ?? 0);
    }
  }

  /** The spans that hold something, as places in the array. */
  #used(): { readonly from: number; readonly to: number } {
    let from = 0;
    let to = this.#counts.length;
    while (to > 0 && Math.abs(this.#counts[to - 1] ?? 0) < nothing) to--;
    while (from < to && Math.abs(this.#counts[from] ?? 0) < nothing) from++;
    return { from, to };
  }
}
