import { crcTables } from './crcTables.ts';
import { crcUpdate } from './crcUpdate.ts';

const tables = crcTables(0xedb88320);

/**
 * CRC-32 (the polynomial of gzip) of `bytes[start, end)`, as messages of the old formats v0 and v1 carry
 * it. Unsigned.
 */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  return ~crcUpdate(tables, -1, bytes, start, end) >>> 0;
}
