const hexDigits = new TextEncoder().encode('0123456789abcdef');
const base64Digits = new TextEncoder().encode(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
);
const ascii = new TextDecoder();
const padding = 0x3d;

/** Two lower-case digits per byte, nothing between them. */
export function hexOf(bytes: Uint8Array): string {
  const text = new Uint8Array(bytes.length * 2);
  let at = 0;
  for (const byte of bytes) {
    text[at++] = hexDigits[byte >>> 4] ?? 0;
    text[at++] = hexDigits[byte & 15] ?? 0;
  }
  return ascii.decode(text);
}

/** Base64 with padding (RFC 4648, section 4). */
export function base64Of(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(padding);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text[to] = base64Digits[word >>> 18] ?? 0;
    text[to + 1] = base64Digits[(word >>> 12) & 63] ?? 0;
    if (left > 1) text[to + 2] = base64Digits[(word >>> 6) & 63] ?? 0;
    if (left > 2) text[to + 3] = base64Digits[word & 63] ?? 0;
    to += 4;
  }
  return ascii.decode(text);
}
