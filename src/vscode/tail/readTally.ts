import type { ReadProgress } from '../../kafka/read/readProgress.ts';
import { scanStarts, type ScanStarts } from './scanStatus.ts';

/** What a reader says of itself; undefined before it knows. */
interface Counted {
  readonly progress: Pick<ReadProgress, 'partitions' | 'records' | 'seen'> | undefined;
}

/** What was read so far, over the readers that did it one after the other. */
export interface ReadSoFar {
  /** Records that were handed on, and records that were looked at. */
  readonly records: number;
  readonly seen: number;
  /** Where the first of the readers began. */
  readonly starts: ScanStarts;
}

/** Adds up what the readers of one read have done: one that goes on where another stood counts with it. */
export class ReadTally {
  #before: ReadSoFar = { records: 0, seen: 0, starts: new Map() };

  /** Another reader has taken the place of this one, which does nothing more. */
  add(reader: Counted): void {
    this.#before = this.with(reader);
  }

  /** What was read, with what the reader of now has done. */
  with(reader: Counted | undefined): ReadSoFar {
    const { records, seen, starts } = this.#before;
    const progress = reader?.progress;
    if (progress === undefined) return this.#before;
    return {
      records: records + progress.records,
      seen: seen + progress.seen,
      starts: scanStarts(progress, starts),
    };
  }
}
