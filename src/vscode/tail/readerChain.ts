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

/** The readers of one read, one after the other: each goes on where the one before it stood, and counts with it. */
export class ReaderChain<Reader extends Counted> {
  #reader: Reader | undefined;
  #before: ReadSoFar = { records: 0, seen: 0, starts: new Map() };

  /** The reader of now; undefined before there is one. */
  get reader(): Reader | undefined {
    return this.#reader;
  }

  /** The next one takes the place of the reader of now, which does nothing more. */
  add(reader: Reader): void {
    this.#before = this.soFar;
    this.#reader = reader;
  }

  /** What all of them have read. */
  get soFar(): ReadSoFar {
    const { records, seen, starts } = this.#before;
    const progress = this.#reader?.progress;
    if (progress === undefined) return this.#before;
    return {
      records: records + progress.records,
      seen: seen + progress.seen,
      starts: scanStarts(progress, starts),
    };
  }
}
