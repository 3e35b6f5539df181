import { equalBytes, type ByteSearch } from './byteSearch.ts';

/** So much of the first bytes that are searched tells how often each byte occurs. */
const sampleBytes = 8 * 1024;
/** After so many false finds in one search the anchor was a bad choice for these bytes. */
const falseFinds = 256;

/**
 * A text to find in bytes. The runtime's search looks for the first byte of what it is given and compares the rest
 * there, so it is given the text from its rarest byte on: with one that hardly occurs that is ten times as fast.
 */
export class Needle {
  readonly bytes: Uint8Array;
  readonly #search: ByteSearch;
  /** Where the rarest byte stands; unknown until the first bytes are seen. */
  #anchor = -1;
  #tail: Uint8Array;

  /** @param bytes at least one */
  constructor(bytes: Uint8Array, search: ByteSearch) {
    this.bytes = bytes;
    this.#search = search;
    this.#tail = bytes;
  }

  /** Where the text occurs first at or after `from`; −1 for nowhere. */
  find(haystack: Uint8Array, from: number): number {
    if (this.#anchor < 0) this.#moveAnchor(rarest(this.bytes, haystack));
    const anchor = this.#anchor;
    let misses = 0;
    let at = from + anchor;
    for (;;) {
      const found = this.#search(haystack, this.#tail, at);
      if (found < 0) return -1;
      if (this.#beginsAt(haystack, found - anchor)) return found - anchor;
      at = found + 1;
      if (++misses < falseFinds) continue;
      this.#moveAnchor(0);
      return this.#search(haystack, this.bytes, at - anchor);
    }
  }

  #moveAnchor(anchor: number): void {
    this.#anchor = anchor;
    this.#tail = this.bytes.subarray(anchor);
  }

  /** Whether what stands before the anchor is there, too. */
  #beginsAt(haystack: Uint8Array, start: number): boolean {
    const head = this.bytes.subarray(0, this.#anchor);
    return equalBytes(haystack, start, start + head.length, head);
  }
}

/** The place of the byte of `needle` that occurs least in a sample of `haystack`; the first of several. */
function rarest(needle: Uint8Array, haystack: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const byte of haystack.subarray(0, sampleBytes)) counts[byte] = (counts[byte] ?? 0) + 1;
  let best = 0;
  for (let at = 1; at < needle.length; at++) {
    const [count = 0, least = 0] = [counts[needle[at] ?? 0], counts[needle[best] ?? 0]];
    if (count < least) best = at;
  }
  return best;
}
