import type { ByteSearch } from '../../core/filter/byteSearch.ts';

/** Node's own search of bytes. */
export const nodeSearch: ByteSearch = (bytes, needle, from) =>
  bufferOf(bytes).indexOf(needle, from);

/** The same memory as a Buffer. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
