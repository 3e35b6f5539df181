const prime1 = 0x9e3779b1 | 0;
const prime2 = 0x85ebca77 | 0;
const prime3 = 0xc2b2ae3d | 0;
const prime5 = 0x165667b1;

/**
 * xxHash32 with seed 0 of fewer than 4 bytes, as the checksum of an LZ4 frame's header needs it (no whole
 * words to mix). Unsigned.
 */
export function xxh32Short(bytes: Uint8Array): number {
  if (bytes.length >= 4) throw new RangeError('fewer than 4 bytes only');
  let hash = (prime5 + bytes.length) | 0;
  for (const byte of bytes) {
    hash = (hash + Math.imul(byte, prime5)) | 0;
    hash = Math.imul((hash << 11) | (hash >>> 21), prime1);
  }
  hash = Math.imul(hash ^ (hash >>> 15), prime2);
  hash = Math.imul(hash ^ (hash >>> 13), prime3);
  return (hash ^ (hash >>> 16)) >>> 0;
}
