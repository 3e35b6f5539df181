/* eslint-disable @typescript-eslint/no-non-null-assertion --
   every index below is bounded by the loop or masked to a table's size, and a `?? 0` would halve the speed */

/**
 * Runs a reflected CRC over `bytes[start, end)`, 16 bytes a step.
 *
 * @param tables what `crcTables` made for the polynomial
 * @param crc the state so far (already inverted, as CRC-32 starts with all ones)
 * @returns the new state, not yet inverted, as a signed 32-bit number
 */
export function crcUpdate(
  tables: Int32Array,
  crc: number,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  let at = start;
  for (const last = end - 16; at <= last; at += 16) {
    const word =
      crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
    crc =
      tables[3840 + (word & 0xff)]! ^
      tables[3584 + ((word >>> 8) & 0xff)]! ^
      tables[3328 + ((word >>> 16) & 0xff)]! ^
      tables[3072 + (word >>> 24)]! ^
      tables[2816 + bytes[at + 4]!]! ^
      tables[2560 + bytes[at + 5]!]! ^
      tables[2304 + bytes[at + 6]!]! ^
      tables[2048 + bytes[at + 7]!]! ^
      tables[1792 + bytes[at + 8]!]! ^
      tables[1536 + bytes[at + 9]!]! ^
      tables[1280 + bytes[at + 10]!]! ^
      tables[1024 + bytes[at + 11]!]! ^
      tables[768 + bytes[at + 12]!]! ^
      tables[512 + bytes[at + 13]!]! ^
      tables[256 + bytes[at + 14]!]! ^
      tables[bytes[at + 15]!]!;
  }
  for (; at < end; at++) {
    crc = (crc >>> 8) ^ tables[(crc ^ bytes[at]!) & 0xff]!;
  }
  return crc;
}
