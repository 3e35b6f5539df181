import { timestampsOf } from '../../core/record/beforeTime.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';

/** The end of one partition, as far back as it has been read. */
interface Window {
  /** In offset order. */
  batches: RecordBatch[];
  /** Of the records in `batches`, newest first. */
  readonly times: number[];
  /** First offset that was read. */
  start: bigint;
  readonly beginning: bigint;
  /** How many of its records are chosen. */
  chosen: number;
}

/** Beyond so many records they are handed on partition by partition: merging cuts batches into pieces. */
const mergedUpTo = 10_000;

/**
 * Chooses the newest records across partitions by merging them from their ends, always the youngest of the
 * partitions' last ones: within a partition offset order wins over timestamps that fall. A partition whose
 * records have all been chosen is read further back before anything older of the others is taken.
 */
export class LastRecords {
  readonly #count: number;
  readonly #windows = new Map<number, Window>();
  /** Partitions in the order in which their records were chosen, newest first. */
  readonly #choices: number[] = [];

  constructor(count: number) {
    this.#count = count;
  }

  /** Puts batches (in offset order) before what is there of a partition, which then reaches back to `start`. */
  add(
    partition: number,
    batches: readonly RecordBatch[],
    bounds: { start: bigint; beginning: bigint },
  ): void {
    let window = this.#windows.get(partition);
    if (window === undefined) {
      window = { batches: [], times: [], ...bounds, chosen: 0 };
      this.#windows.set(partition, window);
    }
    window.start = bounds.start;
    window.batches = [...batches, ...window.batches];
    for (const batch of batches.toReversed()) {
      // A batch that cannot be shown takes the place of one record, as old as the one behind it.
      const times = batch.corrupt === undefined ? timestampsOf(batch) : [window.times.at(-1) ?? 0];
      for (let index = times.length - 1; index >= 0; index--) window.times.push(times[index] ?? 0);
    }
  }

  /**
   * Goes on choosing; tells which partitions must be read further back, from where and how many records are
   * still wanted. Empty: all are chosen, or there are no more.
   */
  choose(): { partitions: ReadonlyMap<number, bigint>; wanted: number } {
    const windows = [...this.#windows];
    while (this.#choices.length < this.#count) {
      let youngest: [number, Window] | undefined;
      let best = -Infinity;
      let dry = false;
      for (const entry of windows) {
        const window = entry[1];
        const time = window.times[window.chosen];
        if (time === undefined) dry ||= window.start > window.beginning;
        else if (youngest === undefined || time > best) [youngest, best] = [entry, time];
      }
      if (dry) break;
      if (youngest === undefined) return { partitions: new Map(), wanted: 0 };
      this.#choices.push(youngest[0]);
      youngest[1].chosen++;
    }
    const wanted = this.#count - this.#choices.length;
    const needy = windows.filter(
      ([, { chosen, times, start, beginning }]) => chosen === times.length && start > beginning,
    );
    const partitions = new Map(needy.map(([partition, { start }]) => [partition, start] as const));
    return { partitions: wanted === 0 ? new Map() : partitions, wanted };
  }

  /** Of each partition the offset of its oldest chosen record: those chosen are what it holds from there on. */
  starts(): ReadonlyMap<number, bigint> {
    const starts = new Map<number, bigint>();
    for (const [partition, window] of this.#windows) {
      const [oldest] = piecesOf(window).take(Math.min(window.chosen, 1));
      if (oldest !== undefined) starts.set(partition, firstOffset(oldest));
    }
    return starts;
  }

  /** The chosen records, oldest first; within a partition always in offset order. */
  *batches(): Generator<RecordBatch> {
    const rest = new Map(
      [...this.#windows].map(([partition, window]) => [partition, piecesOf(window)] as const),
    );
    if (this.#choices.length > mergedUpTo) {
      for (const pieces of rest.values()) yield* pieces.take(Infinity);
      return;
    }
    for (let at = this.#choices.length; at > 0;) {
      const partition = this.#choices[at - 1] ?? 0;
      let run = 0;
      while (at > 0 && this.#choices[at - 1] === partition) {
        at--;
        run++;
      }
      yield* rest.get(partition)?.take(run) ?? [];
    }
  }
}

/** The chosen records of a window, to be taken in pieces from the oldest on. */
function piecesOf({ batches, times, chosen }: Window): {
  take(count: number): Generator<RecordBatch>;
} {
  let skip = times.length - chosen;
  let which = 0;
  while (which < batches.length && skip >= rowsOf(batches[which])) skip -= rowsOf(batches[which++]);
  function* take(count: number): Generator<RecordBatch> {
    let left = count;
    for (; left > 0 && which < batches.length;) {
      const batch = batches[which];
      if (batch === undefined) return;
      const some = Math.min(left, rowsOf(batch) - skip);
      yield batch.slice(skip, skip + some);
      left -= some;
      skip += some;
      if (skip === rowsOf(batch)) {
        which++;
        skip = 0;
      }
    }
  }
  return { take };
}

function firstOffset(batch: RecordBatch): bigint {
  return batch.corrupt === undefined ? batch.record(0).offset : batch.baseOffset;
}

function rowsOf(batch: RecordBatch | undefined): number {
  return batch === undefined || batch.corrupt !== undefined ? 1 : batch.count;
}
