import type { KafkaError } from '../kafkaError.ts';
import { KafkaError as Failure } from '../kafkaError.ts';

/** Where one entry of a partition's bytes lies: a record batch v2, or one message of the formats v0 and v1. */
export interface BatchSpan {
  readonly start: number;
  readonly end: number;
  readonly magic: number;
  readonly baseOffset: bigint;
  /** What the entry claims; trust it only once its checksum holds. */
  readonly lastOffset: bigint;
  /** Two fields of the header agree on how many offsets it stands for: one of them alone cannot be wrong. */
  readonly plausible: boolean;
  /** Set where the entry's own header makes no sense. */
  readonly corrupt?: KafkaError;
}

/** Bytes of offset and length, which every format begins with. */
export const entryHeaderBytes = 12;
/** Bytes of a batch v2 before its records, from the base offset on. */
export const batchHeaderBytes = 61;
const magicAt = 16;
const minLegacyBytes = 14;

/**
 * Finds the entries of a partition's bytes by their headers alone (Kafka protocol guide, "Record Batch"). A
 * last entry that is cut off, as brokers send it at the response's size limit, is left out.
 */
export function findBatches(bytes: Uint8Array): BatchSpan[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const spans: BatchSpan[] = [];
  let start = 0;
  while (start + entryHeaderBytes <= bytes.length) {
    const baseOffset = view.getBigInt64(start);
    const length = view.getInt32(start + 8);
    const end = start + entryHeaderBytes + length;
    if (length < minLegacyBytes) {
      // Without a length there is no next entry to be found.
      const corrupt = unreadable(`an entry of ${length} bytes`);
      spans.push({
        start,
        end: bytes.length,
        magic: 2,
        baseOffset,
        lastOffset: baseOffset,
        plausible: false,
        corrupt,
      });
      break;
    }
    if (end > bytes.length) break;
    const magic = view.getInt8(start + magicAt);
    spans.push({
      start,
      end,
      magic,
      baseOffset,
      ...offsets(view, start, length, magic, baseOffset),
    });
    start = end;
  }
  return spans;
}

function offsets(
  view: DataView,
  start: number,
  length: number,
  magic: number,
  baseOffset: bigint,
): Pick<BatchSpan, 'lastOffset' | 'plausible' | 'corrupt'> {
  const unknown = { lastOffset: baseOffset, plausible: false };
  if (magic === 0 || magic === 1) return unknown;
  if (magic !== 2) return { ...unknown, corrupt: unreadable(`message format ${magic}`) };
  if (entryHeaderBytes + length < batchHeaderBytes) {
    return { ...unknown, corrupt: unreadable(`a batch of ${length} bytes`) };
  }
  const delta = view.getInt32(start + 23);
  if (delta < 0) return { ...unknown, corrupt: unreadable(`a last offset delta of ${delta}`) };
  const plausible = view.getInt32(start + 57) === delta + 1;
  return { lastOffset: baseOffset + BigInt(delta), plausible };
}

/** The batch's bytes are not those that were written. */
export function wrongChecksum(): KafkaError {
  return unreadable('its checksum is wrong');
}

/** What stands where a record batch should stand is none. */
export function unreadable(what: string): KafkaError {
  return new Failure('corruptBatch', `record batch: ${what}`);
}

/**
 * The compression type that a batch v2 names in its attributes (0: none); `undefined` for an entry that is no batch v2
 * or makes no sense.
 */
export function codecIdOf(bytes: Uint8Array, span: BatchSpan): number | undefined {
  const { start, end, magic, corrupt } = span;
  if (corrupt !== undefined || magic !== 2 || end - start < batchHeaderBytes) return undefined;
  const lowAttributes = bytes[start + 22];
  return lowAttributes === undefined ? undefined : lowAttributes & 7;
}
