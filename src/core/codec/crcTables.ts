/**
 * Tables for CRC over 16 bytes a step ("slicing"): table `t` starts at `t * 256` and holds the checksum of
 * a byte followed by `t` zero bytes.
 *
 * @param polynomial the reflected polynomial, e.g. 0x82f63b78 for CRC-32C
 */
export function crcTables(polynomial: number): Int32Array {
  const tables = new Int32Array(16 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? polynomial : 0);
    }
    tables[byte] = crc;
  }
  for (let index = 256; index < tables.length; index++) {
    const previous = tables[index - 256] ?? 0;
    tables[index] = (previous >>> 8) ^ (tables[previous & 0xff] ?? 0);
  }
  return tables;
}
