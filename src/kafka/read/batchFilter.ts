import { findCandidates } from '../../core/filter/findCandidates.ts';
import { Needle } from '../../core/filter/needle.ts';
import { plainTest, type PlainTerm, type RecordTest } from '../../core/filter/plainTest.ts';
import { isSlow, type RecordFilter } from '../../core/filter/recordFilter.ts';
import { requiredForRegex, type RequiredTexts, strictest } from '../../core/filter/requiredText.ts';
import { KafkaError } from '../../core/kafkaError.ts';
import { unreadable, wrongChecksum } from '../../core/record/batchSpan.ts';
import { CorruptBatch } from '../../core/record/corruptBatch.ts';
import { copyRecords, PickedBatch } from '../../core/record/pickedBatch.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { RecordScan } from '../../core/record/recordScan.ts';
import { FilterThread } from './filterThread.ts';
import { nodeSearch } from './nodeSearch.ts';

/** On how many records an expression failed (they count as not wanted), with the first as an example. */
export interface FilterFailures {
  readonly count: number;
  readonly first: { readonly partition: number; readonly offset: bigint; readonly message: string };
}

/** Keeps the wanted records of each batch. Texts that must occur are searched for in the raw bytes first. */
export class BatchFilter {
  readonly #thread: FilterThread | undefined;
  readonly #tests: readonly RecordTest[];
  readonly #required: readonly Needle[] | undefined;
  #failures: FilterFailures | undefined;

  private constructor(filter: RecordFilter, thread: FilterThread | undefined) {
    const encoder = new TextEncoder();
    const plain = filter.filter((term): term is PlainTerm => !isSlow(term));
    this.#thread = thread;
    this.#tests = plain.map((term) => plainTest(term, nodeSearch));
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
      const all = this.#required === undefined && this.#tests.length === 0;
      const candidates = all ? undefined : this.#candidates(scan);
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

  #candidates(scan: RecordScan) {
    const [required, tests] = [this.#required, this.#tests];
    return copyRecords(scan.bytes, findCandidates(scan, { required, tests }).ranges);
  }

  async #evaluate(
    thread: FilterThread,
    batch: RecordBatch,
    scan: RecordScan,
    candidates: { bytes: Uint8Array<ArrayBuffer>; positions: Int32Array } | undefined,
  ): Promise<readonly RecordBatch[]> {
    const { baseOffset, baseTimestamp, fixedTimestamp } = scan;
    const { topic, partition } = batch;
    const result = await thread.run({
      ...{ topic, partition, baseOffset, baseTimestamp, fixedTimestamp },
      bytes: candidates?.bytes ?? Uint8Array.from(scan.bytes.subarray(scan.start)),
      count: candidates?.positions.length ?? scan.count,
    });
    if (result.malformed !== undefined) return [corrupt(batch, unreadable(result.malformed))];
    if (result.firstFailure !== undefined) {
      const first = this.#failures?.first ?? { partition, ...result.firstFailure };
      this.#failures = { count: (this.#failures?.count ?? 0) + result.failed, first };
    }
    if (result.positions.length === 0) return [];
    return verified(batch, new PickedBatch(batch, scan, result));
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
