import {
  type CandidateSearch,
  type Excluded,
  findCandidates,
} from '../../core/filter/findCandidates.ts';
import { Needle } from '../../core/filter/needle.ts';
import { plainTest, type PlainTerm, type RecordTest } from '../../core/filter/plainTest.ts';
import { isSlow, type RecordFilter } from '../../core/filter/recordFilter.ts';
import { requiredForRegex, type RequiredTexts, strictest } from '../../core/filter/requiredText.ts';
import { KafkaError } from '../../core/kafkaError.ts';
import { unreadable, wrongChecksum } from '../../core/record/batchSpan.ts';
import { CorruptBatch } from '../../core/record/corruptBatch.ts';
import { type CopiedRecords, copyRecords, PickedBatch } from '../../core/record/pickedBatch.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { RecordScan } from '../../core/record/recordScan.ts';
import { type FilterResult, FilterThread } from './filterThread.ts';
import { nodeSearch } from './nodeSearch.ts';

/** On how many records an expression failed (they count as not wanted), with the first as an example. */
export interface FilterFailures {
  readonly count: number;
  readonly first: { readonly partition: number; readonly offset: bigint; readonly message: string };
}

/** Records of a batch, counted from 0, in rising order. */
export type RecordIndexes = readonly number[] | Int32Array;

/** Keeps the wanted records of each batch. Texts that must occur are searched for in the raw bytes first. */
export class BatchFilter {
  readonly #thread: FilterThread | undefined;
  readonly #tests: readonly RecordTest[];
  readonly #excluded: readonly Excluded[];
  readonly #required: readonly Needle[] | undefined;
  #failures: FilterFailures | undefined;

  private constructor(filter: RecordFilter, thread: FilterThread | undefined) {
    const encoder = new TextEncoder();
    const plain = filter.filter((term): term is PlainTerm => !isSlow(term));
    this.#thread = thread;
    const wanted = plain.filter(({ not }) => not !== true);
    this.#tests = wanted.map((term) => plainTest(term, nodeSearch));
    this.#excluded = plain.flatMap((term) => {
      if (term.not !== true) return [];
      const text = encoder.encode(term.text);
      const needle = text.length > 0 ? new Needle(text, nodeSearch) : undefined;
      return [{ needle, test: plainTest(term, nodeSearch) }];
    });
    const required = strictest([...requiredBy(filter), ...(thread?.required ?? [])]);
    this.#required = required?.map((text) => new Needle(encoder.encode(text), nodeSearch));
  }

  /** Makes a filter ready. Throws KafkaError `filterInvalid` where it cannot be. */
  static async open(filter: RecordFilter): Promise<BatchFilter> {
    const slow = filter.filter(isSlow);
    return new BatchFilter(filter, slow.length > 0 ? await FilterThread.start(slow) : undefined);
  }

  get failures(): FilterFailures | undefined {
    return this.#failures;
  }

  /**
   * Which of a batch's records are wanted, by index; of a batch that cannot be read the first, which stands for
   * it. An expression is evaluated elsewhere: then it is a promise.
   *
   * @throws KafkaError `filterTooSlow`
   */
  indexes(batch: RecordBatch): RecordIndexes | Promise<RecordIndexes> {
    if (batch.corrupt !== undefined) return [0];
    if (batch.magic < 2 && batch.count > 1) return this.#indexesOfEach(batch);
    try {
      const scan = batch.scan();
      if (this.#thread === undefined) return findCandidates(scan, this.#search).indexes;
      const found = this.#all ? undefined : findCandidates(scan, this.#search);
      if (found?.indexes.length === 0) return [];
      const candidates = found && copyRecords(scan.bytes, found.ranges);
      return this.#ask(this.#thread, batch, scan, candidates).then(({ malformed, indexes }) => {
        if (malformed !== undefined) return [0];
        return found === undefined ? indexes : indexes.map((index) => found.indexes[index] ?? 0);
      });
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      return [0];
    }
  }

  /**
   * The wanted records of a batch, copied out of it; the corrupt batch in its place where it turns out to be
   * one; nothing where nothing is wanted. An expression is evaluated elsewhere: then it is a promise.
   *
   * @throws KafkaError `filterTooSlow`
   */
  select(batch: RecordBatch): readonly RecordBatch[] | Promise<readonly RecordBatch[]> {
    if (batch.corrupt !== undefined) return [batch];
    // The old formats are written anew for a scan, one message at a time, as offsets may be missing.
    if (batch.magic < 2 && batch.count > 1) return this.#selectEach(batch);
    try {
      const scan = batch.scan();
      const candidates = this.#all
        ? undefined
        : copyRecords(scan.bytes, findCandidates(scan, this.#search).ranges);
      if (candidates?.positions.length === 0) return [];
      if (this.#thread !== undefined) return this.#evaluate(this.#thread, batch, scan, candidates);
      if (candidates === undefined) return [batch];
      return verified(batch, new PickedBatch(batch, scan, candidates));
    } catch (error) {
      return [corrupt(batch, error)];
    }
  }

  close(): void {
    this.#thread?.close();
  }

  /** Nothing rules out a record before it is looked at. */
  get #all(): boolean {
    return this.#required === undefined && this.#tests.length === 0 && this.#excluded.length === 0;
  }

  get #search(): CandidateSearch {
    return { required: this.#required, tests: this.#tests, excluded: this.#excluded };
  }

  async #evaluate(
    thread: FilterThread,
    batch: RecordBatch,
    scan: RecordScan,
    candidates: CopiedRecords | undefined,
  ): Promise<readonly RecordBatch[]> {
    const result = await this.#ask(thread, batch, scan, candidates);
    if (result.malformed !== undefined) return [corrupt(batch, unreadable(result.malformed))];
    if (result.positions.length === 0) return [];
    return verified(batch, new PickedBatch(batch, scan, result));
  }

  /** Lets the worker look at the candidates, or at every record, and counts where an expression failed. */
  async #ask(
    thread: FilterThread,
    batch: RecordBatch,
    scan: RecordScan,
    candidates: CopiedRecords | undefined,
  ): Promise<FilterResult> {
    const { baseOffset, baseTimestamp, fixedTimestamp } = scan;
    const { topic, partition } = batch;
    const result = await thread.run({
      ...{ topic, partition, baseOffset, baseTimestamp, fixedTimestamp },
      bytes: candidates?.bytes ?? Uint8Array.from(scan.bytes.subarray(scan.start)),
      count: candidates?.positions.length ?? scan.count,
    });
    if (result.firstFailure !== undefined) {
      const first = this.#failures?.first ?? { partition, ...result.firstFailure };
      this.#failures = { count: (this.#failures?.count ?? 0) + result.failed, first };
    }
    return result;
  }

  async #indexesOfEach(batch: RecordBatch): Promise<number[]> {
    const found: number[] = [];
    for (let index = 0; index < batch.count; index++) {
      const { length } = await this.indexes(batch.slice(index, index + 1));
      if (length > 0) found.push(index);
    }
    return found;
  }

  async #selectEach(batch: RecordBatch): Promise<readonly RecordBatch[]> {
    const found: RecordBatch[] = [];
    for (let index = 0; index < batch.count; index++) {
      found.push(...(await this.select(batch.slice(index, index + 1))));
    }
    return found;
  }
}

/** Nothing is shown of a batch whose checksum does not hold: it was searched without that being known. */
function verified(batch: RecordBatch, found: RecordBatch): readonly RecordBatch[] {
  return batch.verify() ? [found] : [corrupt(batch, wrongChecksum())];
}

function corrupt(batch: RecordBatch, error: unknown): RecordBatch {
  if (!(error instanceof KafkaError)) throw error;
  return new CorruptBatch(batch, batch.verify() ? error : wrongChecksum(), batch.sizeBytes);
}

function requiredBy(filter: RecordFilter): RequiredTexts[] {
  return filter.flatMap((term): RequiredTexts[] => {
    if (term.not === true) return [];
    switch (term.kind) {
      case 'contains':
      case 'keyEquals':
      case 'headerEquals':
        return term.text === '' ? [] : [[term.text]];
      case 'regex': {
        const texts = requiredForRegex(term.pattern, term.flags);
        return texts === undefined ? [] : [texts];
      }
      case 'cel':
        return [];
    }
  });
}
