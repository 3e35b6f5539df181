import { unreadable } from './batchSpan.ts';

/** The parts of one message of format v0 or v1; `−1` as a start means null. */
export interface LegacyMessage {
  readonly offset: bigint;
  readonly magic: number;
  readonly attributes: number;
  /** −1 in v0, which has none. */
  readonly timestamp: bigint;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/**
 * Reads the message at `start`: offset int64, size int32, CRC-32 uint32, magic int8, attributes int8, in v1
 * timestamp int64, then key and value with int32 lengths (Kafka protocol guide, "Old Message Format").
 *
 * @throws KafkaError `corruptBatch` where the parts do not fit the size
 */
export function readLegacyMessage(bytes: Uint8Array, start: number): LegacyMessage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start + 26 > bytes.length) throw unreadable('a message is cut off');
  const end = start + 12 + view.getInt32(start + 8);
  const magic = view.getInt8(start + 16);
  const keyAt = start + (magic === 0 ? 18 : 26);
  if (end > bytes.length || keyAt + 8 > end) throw unreadable('a message is cut off');
  const field = (at: number) => {
    if (at + 4 > end) throw unreadable('a message is cut off');
    const length = view.getInt32(at);
    if (length < 0) return { start: -1, end: -1, next: at + 4 };
    if (length > end - at - 4) throw unreadable('a key or value is longer than its message');
    return { start: at + 4, end: at + 4 + length, next: at + 4 + length };
  };
  const key = field(keyAt);
  const value = field(key.next);
  return {
    offset: view.getBigInt64(start),
    magic,
    attributes: view.getInt8(start + 17),
    timestamp: magic === 0 ? -1n : view.getBigInt64(start + 18),
    keyStart: key.start,
    keyEnd: key.end,
    valueStart: value.start,
    valueEnd: value.end,
  };
}
