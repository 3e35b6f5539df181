import { crcTables } from './crcTables.ts';
import { crcUpdate } from './crcUpdate.ts';

const tables = crcTables(0x82f63b78);

/**
 * CRC-32C (Castagnoli) of `bytes[start, end)`, as record batches v2 carry it (Kafka protocol guide,
 * "Record Batch"). Unsigned. About 1 GB/s on one core.
 */
export function crc32c(bytes: Uint8Array, start = 0, end = bytes.length): number {
  return ~crcUpdate(tables, -1, bytes, start, end) >>> 0;
}
