import { hexOf } from '../binaryText.ts';
import { utf8Of, utf8Prefix } from '../utf8.ts';
import { doubleText, floatText } from './floatText.ts';

/** Ends the writing of a text that is long enough; never leaves its decoder. */
export class LongEnough extends Error {}

/**
 * Writes values of binary formats as a text like JSON, and in CBOR's diagnostic notation (RFC 8949,
 * section 8) what JSON has no words for: `h'00ff'` for bytes, `1.0` for a float, `{1:2}` for a number as a
 * name. Throws `LongEnough` beyond the limit.
 */
export class Notation {
  readonly #maxChars: number;
  #text = '';

  constructor(maxChars: number) {
    this.#maxChars = maxChars;
  }

  get text(): string {
    return this.#text;
  }

  raw(text: string): this {
    this.#text += text;
    if (this.#text.length > this.#maxChars) throw new LongEnough();
    return this;
  }

  /** A text; one that is no UTF-8 as the bytes that it is. */
  string(bytes: Uint8Array): this {
    // Of a very long one the beginning will do: the limit ends the text within it.
    const text = utf8Of(utf8Prefix(bytes, this.#maxChars * 3 + 3));
    return text === undefined ? this.#bytes("text'", bytes) : this.raw(JSON.stringify(text));
  }

  bytes(bytes: Uint8Array): this {
    return this.#bytes("h'", bytes);
  }

  float(value: number, size: 2 | 4 | 8): this {
    const text = size === 4 ? floatText(value) : doubleText(value);
    return this.raw(/^-?\d+$/.test(text) ? `${text}.0` : text);
  }

  #bytes(prefix: string, bytes: Uint8Array): this {
    return this.raw(`${prefix}${hexOf(bytes.subarray(0, this.#maxChars))}'`);
  }
}
