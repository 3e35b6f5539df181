const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8 bytes, a byte order mark included; `undefined` where they are not valid UTF-8. */
export function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The longest beginning of at most `maxBytes` that does not cut a UTF-8 sequence. Invalid bytes are left as
 * they are: they are not a cut sequence.
 */
export function utf8Prefix(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length <= maxBytes) return bytes;
  let end = maxBytes;
  // At most 3 continuation bytes can follow a lead byte.
  for (let back = 0; back < 3 && end > 0 && isContinuation(bytes[end]); back++) end--;
  return bytes.subarray(0, isContinuation(bytes[end]) ? maxBytes : end);
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
