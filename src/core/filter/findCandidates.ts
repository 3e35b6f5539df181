import { RecordCursor } from '../record/recordCursor.ts';
import type { RecordScan } from '../record/recordScan.ts';
import type { Needle } from './needle.ts';
import type { RecordTest } from './plainTest.ts';

/** Records found in a scan, by what leads back to them. */
export interface Found {
  /** Where each begins and ends in the scan's bytes, alternating, in offset order. */
  readonly ranges: number[];
  /** Which record of the scan each is, counted from 0. */
  readonly indexes: number[];
}

/** How to find the records of a scan that may be wanted. */
export interface CandidateSearch {
  /** One of these must occur in a wanted record; without them every record is looked at. */
  readonly required: readonly Needle[] | undefined;
  /** All must hold. */
  readonly tests: readonly RecordTest[];
  /** None may hold. */
  readonly excluded: readonly Excluded[];
}

/** What a wanted record must not be. `needle`: where it does not occur the test cannot hold. */
export interface Excluded {
  readonly needle: Needle | undefined;
  readonly test: RecordTest;
}

/**
 * Finds the records that hold a required text and pass the tests. What lies between two finds is stepped
 * over by the records' lengths, and behind the last one not even that.
 *
 * @throws KafkaError `corruptBatch` where the records do not fit their bytes
 */
export function findCandidates(scan: RecordScan, how: CandidateSearch): Found {
  const { bytes, start, count } = scan;
  const ranges: number[] = [];
  const indexes: number[] = [];
  const cursor = new RecordCursor(bytes, start);
  const hits = how.required && new NextHit(bytes, how.required);
  const excluded = how.excluded.map(({ needle, test }) => ({
    hits: needle && new NextHit(bytes, [needle]),
    test,
  }));
  let index = 0;
  while (index < count) {
    const hit = hits === undefined ? cursor.at : hits.from(cursor.at);
    if (hit < 0) break;
    let from = cursor.at;
    for (; index < count; index++) {
      from = cursor.at;
      cursor.skip();
      if (cursor.at > hit) break;
    }
    if (index === count) break;
    index++;
    if (how.tests.length > 0) {
      cursor.readAt(from);
      if (!how.tests.every((test) => test(cursor, hit))) continue;
    }
    const end = cursor.at;
    const isExcluded = excluded.some(({ hits: own, test }) => {
      const at = own === undefined ? from : own.from(from);
      if (at < 0 || at >= end) return false;
      cursor.readAt(from);
      return test(cursor, at);
    });
    cursor.at = end;
    if (isExcluded) continue;
    ranges.push(from, cursor.at);
    indexes.push(index - 1);
  }
  return { ranges, indexes };
}

/** Where any of several texts occurs next; each is searched for no further than once. */
class NextHit {
  readonly #bytes: Uint8Array;
  readonly #needles: readonly Needle[];
  /** Next place of each text; −1 for none. */
  readonly #next: number[];

  constructor(bytes: Uint8Array, needles: readonly Needle[]) {
    this.#bytes = bytes;
    this.#needles = needles;
    this.#next = needles.map(() => -2);
  }

  from(at: number): number {
    let nearest = -1;
    for (const [which, needle] of this.#needles.entries()) {
      let next = this.#next[which] ?? -1;
      if (next !== -1 && next < at) {
        next = needle.find(this.#bytes, at);
        this.#next[which] = next;
      }
      if (next >= 0 && (nearest < 0 || next < nearest)) nearest = next;
    }
    return nearest;
  }
}
