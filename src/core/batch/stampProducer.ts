import { crc32c } from '../codec/crc32c.ts';

/** Who wrote a batch, and which of its records the first one is. */
export interface BatchProducer {
  readonly producerId: bigint;
  readonly epoch: number;
  /** Of the batch's first record, counted per partition. */
  readonly sequence: number;
  readonly transactional: boolean;
}

const transactionalBit = 0x10;
const crcAt = 17;
const attributesAt = 21;

/**
 * Writes into a finished batch (message format v2) who sent it, in place, and makes its checksum anew. Once more
 * with the same sequence for a batch that is sent again: the broker then keeps it once.
 */
export function stampProducer(batch: Uint8Array, producer: BatchProducer): void {
  const view = new DataView(batch.buffer, batch.byteOffset, batch.length);
  const attributes = view.getInt16(attributesAt);
  view.setInt16(
    attributesAt,
    producer.transactional ? attributes | transactionalBit : attributes & ~transactionalBit,
  );
  view.setBigInt64(43, producer.producerId);
  view.setInt16(51, producer.epoch);
  view.setInt32(53, producer.sequence);
  view.setUint32(crcAt, crc32c(batch, attributesAt) >>> 0);
}
