/* eslint-disable @typescript-eslint/no-non-null-assertion -- reads beyond the end give undefined, which no
   comparison below takes for a character */

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;

/** What a cursor throws, and who reads with it catches; one object, as making an error for each record would be slow. */
export const notJson = new Error('not JSON');

/** A place in the bytes of a JSON text, and the steps over what stands there. Nothing is read, and little is checked. */
export class JsonCursor {
  bytes = new Uint8Array(0);
  /** The byte that comes next, and the end of the text (exclusive). */
  at = 0;
  end = 0;

  /** Goes to the start of another text. */
  begin(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes as Uint8Array<ArrayBuffer>;
    this.at = start;
    this.end = end;
  }

  /** The next byte, stepped over; 0 at the end. */
  next(): number {
    return this.at < this.end ? this.bytes[this.at++]! : 0;
  }

  /** Moves behind white space. */
  space(): void {
    while (this.at < this.end) {
      const byte = this.bytes[this.at]!;
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
      this.at++;
    }
  }

  /** Moves behind a string; true where it holds an escape. */
  string(): boolean {
    const { bytes, end } = this;
    let { at } = this;
    if (at >= end || bytes[at] !== quote) throw notJson;
    let escaped = false;
    for (at++; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === quote) {
        this.at = at + 1;
        return escaped;
      }
      if (byte === backslash) {
        escaped = true;
        at++;
      }
    }
    throw notJson;
  }

  /** Moves behind a word: `true`, `null`. */
  word(word: string): void {
    for (let index = 0; index < word.length; index++) {
      if (this.bytes[this.at + index] !== word.charCodeAt(index)) throw notJson;
    }
    this.at += word.length;
  }

  /** Moves behind any value by its quotes and brackets alone. */
  value(): void {
    const { bytes, end } = this;
    let { at } = this;
    for (let depth = 0; at < end;) {
      const byte = bytes[at]!;
      if (byte === quote) {
        this.at = at;
        this.string();
        at = this.at;
        if (depth === 0) return;
        continue;
      }
      const closes = byte === closeBrace || byte === closeBracket;
      if (depth === 0 && (closes || byte === comma)) {
        this.at = at;
        return;
      }
      at++;
      if (byte === openBrace || byte === openBracket) depth++;
      else if (closes && --depth === 0) {
        this.at = at;
        return;
      }
    }
    throw notJson;
  }
}
