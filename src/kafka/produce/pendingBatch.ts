import { BatchBuilder, batchOverheadBytes } from '../../core/batch/batchBuilder.ts';
import type { HeaderNames } from '../../core/batch/recordBytes.ts';
import { RecordCursor } from '../../core/record/recordCursor.ts';
import type { CodecName } from '../../core/codec/codec.ts';
import type { BatchMemory } from './batchMemory.ts';
import { compressBatch } from './compressBatch.ts';
import type { RecordToProduce } from './recordToProduce.ts';

/** A batch on its way to one partition, with what is needed to tell of each record, or to build it anew. */
export class PendingBatch {
  readonly partition: number;
  /** The caller's numbers of the records, in the batch's order. */
  readonly indexes: number[] = [];
  readonly timestampsMs: number[] = [];
  attempts = 0;
  /** Of its first record, once an idempotent writer has sent it. */
  sequence: number | undefined;
  /** It was sent once without an answer, so that it may have been written. */
  doubtful = false;
  readonly #builder: BatchBuilder;
  readonly #names: HeaderNames;
  readonly #memory: BatchMemory;
  /** When it is given up, in ms since 1970. */
  #deadlineMs: number | undefined;
  #bytes: Promise<Uint8Array> | undefined;

  /** @param memory where its bytes may lie, and to which {@link free} gives them */
  constructor(partition: number, names: HeaderNames, memory: BatchMemory) {
    this.partition = partition;
    this.#names = names;
    this.#memory = memory;
    this.#builder = new BatchBuilder({ headerNames: names, memory: memory.take() });
  }

  get count(): number {
    return this.indexes.length;
  }

  /** Before compression. */
  get sizeBytes(): number {
    return this.#builder.sizeBytes;
  }

  /** From the first call on it has so long until it is given up. */
  beginTime(timeoutMs: number): void {
    this.#deadlineMs ??= Date.now() + timeoutMs;
  }

  get isInTime(): boolean {
    return Date.now() < (this.#deadlineMs ?? Infinity);
  }

  add(record: RecordToProduce, index: number, timestampMs: number): void {
    this.#builder.append(record, timestampMs);
    this.indexes.push(index);
    this.timestampsMs.push(timestampMs);
  }

  /** True when `record` would make the batch larger than `limitBytes`; an empty batch takes any record. */
  overflows(record: RecordToProduce, limitBytes: number): boolean {
    if (this.count === 0) return false;
    let size = batchOverheadBytes + (record.key?.length ?? 0) + (record.value?.length ?? 0);
    for (const [name, value] of record.headers ?? []) {
      size += name.length * 3 + (value?.length ?? 0) + 10;
    }
    return this.sizeBytes + size > limitBytes;
  }

  /** The finished batch; no record may be added any more. */
  bytes(codec: CodecName): Promise<Uint8Array> {
    this.#bytes ??= compressBatch(this.#builder, codec);
    return this.#bytes;
  }

  /** A broker has it, and nobody looks at its bytes any more. */
  free(): void {
    // Of an attempt that got no answer, a socket may hold some still.
    if (this.attempts === 1) this.#memory.give(this.#builder.memory);
  }

  /**
   * A batch of those records whose place in this one is kept, in order and with the same deadline. They are read
   * back from its bytes: keeping every record for this rare need would take several times their memory.
   */
  pick(keep: (place: number) => boolean): PendingBatch {
    const picked = new PendingBatch(this.partition, this.#names, this.#memory);
    picked.attempts = this.attempts;
    picked.#deadlineMs = this.#deadlineMs;
    const cursor = new RecordCursor(this.#builder.body);
    this.indexes.forEach((index, place) => {
      cursor.next();
      if (keep(place)) picked.add(recordAt(cursor), index, this.timestampsMs[place] ?? 0);
    });
    return picked;
  }
}

const decoder = new TextDecoder();

function recordAt(cursor: RecordCursor): RecordToProduce {
  const { bytes, keyStart, keyEnd, valueStart, valueEnd, headerCount } = cursor;
  const headers = cursor.headers(headerCount);
  return {
    key: keyStart < 0 ? null : bytes.subarray(keyStart, keyEnd),
    value: valueStart < 0 ? null : bytes.subarray(valueStart, valueEnd),
    headers: headers.map(({ name, value }) => [decoder.decode(name), value] as const),
  };
}
