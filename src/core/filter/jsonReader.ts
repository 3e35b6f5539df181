/* eslint-disable @typescript-eslint/no-non-null-assertion -- reads beyond the end give undefined, which no
   comparison below takes for a character */

/** A JSON text as CEL sees it: objects as maps, whole numbers as bigint with all their digits. */
export type JsonValue =
  null | boolean | bigint | number | string | readonly JsonValue[] | ReadonlyMap<string, JsonValue>;

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const colon = 0x3a;
/** Deeper nesting would end the stack. */
const maxDepth = 500;
const utf8 = new TextDecoder();

/**
 * Reads JSON straight from bytes. Members of the outermost object that nobody asks for are stepped over
 * without being read (and so without being checked beyond their quotes and braces).
 */
export class JsonReader {
  readonly #wanted: ReadonlySet<string> | undefined;
  readonly #wantedNames: readonly Uint8Array[];
  #bytes = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #depth = 0;

  /** @param wanted members of the outermost object to read; all when left out */
  constructor(wanted?: ReadonlySet<string>) {
    this.#wanted = wanted;
    const encoder = new TextEncoder();
    this.#wantedNames = [...(wanted ?? [])].map((name) => encoder.encode(name));
  }

  /** The JSON value that is all of `bytes[start, end)`; `undefined` where that is not JSON. */
  read(bytes: Uint8Array, start: number, end: number): JsonValue | undefined {
    this.#bytes = bytes as Uint8Array<ArrayBuffer>;
    this.#at = start;
    this.#end = end;
    this.#depth = 0;
    try {
      const value = this.#value();
      this.#space();
      return this.#at === end ? value : undefined;
    } catch (error) {
      if (error === notJson) return undefined;
      throw error;
    }
  }

  #value(): JsonValue {
    this.#space();
    const byte = this.#at < this.#end ? this.#bytes[this.#at]! : 0;
    switch (byte) {
      case openBrace:
        return this.#object();
      case openBracket:
        return this.#array();
      case quote:
        return this.#string();
      case 0x74:
        return this.#word('true', true);
      case 0x66:
        return this.#word('false', false);
      case 0x6e:
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  #object(): ReadonlyMap<string, JsonValue> {
    if (++this.#depth > maxDepth) throw notJson;
    const map = new Map<string, JsonValue>();
    const choosy = this.#depth === 1 && this.#wanted !== undefined;
    this.#at++;
    this.#space();
    if (this.#bytes[this.#at] === closeBrace) {
      this.#at++;
      this.#depth--;
      return map;
    }
    for (;;) {
      this.#space();
      const name = choosy ? this.#wantedName() : this.#string();
      this.#space();
      if (this.#at >= this.#end || this.#bytes[this.#at++] !== colon) throw notJson;
      if (name === undefined) this.#skipValue();
      else map.set(name, this.#value());
      this.#space();
      const next = this.#at < this.#end ? this.#bytes[this.#at++]! : 0;
      if (next === closeBrace) break;
      if (next !== comma) throw notJson;
    }
    this.#depth--;
    return map;
  }

  #array(): JsonValue[] {
    if (++this.#depth > maxDepth) throw notJson;
    const items: JsonValue[] = [];
    this.#at++;
    this.#space();
    if (this.#bytes[this.#at] === closeBracket) {
      this.#at++;
      this.#depth--;
      return items;
    }
    for (;;) {
      items.push(this.#value());
      this.#space();
      const next = this.#at < this.#end ? this.#bytes[this.#at++]! : 0;
      if (next === closeBracket) break;
      if (next !== comma) throw notJson;
    }
    this.#depth--;
    return items;
  }

  /** A member's name where it is wanted; `undefined` (the name stepped over) where it is not. */
  #wantedName(): string | undefined {
    const start = this.#at;
    const escaped = this.#stepOverString();
    if (escaped) {
      this.#at = start;
      const name = this.#string();
      return this.#wanted?.has(name) === true ? name : undefined;
    }
    const length = this.#at - start - 2;
    const bytes = this.#bytes;
    next: for (const wanted of this.#wantedNames) {
      if (wanted.length !== length) continue;
      for (let index = 0; index < length; index++) {
        if (bytes[start + 1 + index] !== wanted[index]) continue next;
      }
      return utf8.decode(wanted);
    }
    return undefined;
  }

  /** Moves behind a string; true where it holds an escape. */
  #stepOverString(): boolean {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = this.#at;
    if (at >= end || bytes[at] !== quote) throw notJson;
    let escaped = false;
    for (at++; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === quote) {
        this.#at = at + 1;
        return escaped;
      }
      if (byte === backslash) {
        escaped = true;
        at++;
      }
    }
    throw notJson;
  }

  #string(): string {
    const start = this.#at;
    const escaped = this.#stepOverString();
    const bytes = this.#bytes;
    const end = this.#at - 1;
    if (!escaped && end - start <= 24) {
      let text = '';
      let at = start + 1;
      for (; at < end && bytes[at]! < 0x80; at++) text += String.fromCharCode(bytes[at]!);
      if (at === end) return text;
    }
    const text = utf8.decode(bytes.subarray(start + 1, end));
    if (!escaped) return text;
    try {
      return JSON.parse(`"${text}"`) as string;
    } catch {
      throw notJson;
    }
  }

  #number(): bigint | number {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start;
    if (bytes[at] === 0x2d) at++;
    const digits = at;
    let value = 0;
    for (; at < this.#end; at++) {
      const digit = bytes[at]! - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === digits) throw notJson;
    const next = at < this.#end ? bytes[at]! : 0;
    this.#at = at;
    if (next !== 0x2e && next !== 0x65 && next !== 0x45) {
      if (at - digits > 15) return BigInt(this.#text(start, at));
      return BigInt(digits === start ? value : -value);
    }
    while (at < this.#end && isNumeric(bytes[at]!)) at++;
    this.#at = at;
    const number = Number(this.#text(start, at));
    if (Number.isNaN(number)) throw notJson;
    return number;
  }

  #text(start: number, end: number): string {
    return utf8.decode(this.#bytes.subarray(start, end));
  }

  #word<T>(word: string, value: T): T {
    for (let index = 0; index < word.length; index++) {
      if (this.#bytes[this.#at + index] !== word.charCodeAt(index)) throw notJson;
    }
    this.#at += word.length;
    return value;
  }

  /** Moves behind any value by its quotes and brackets alone. */
  #skipValue(): void {
    const bytes = this.#bytes;
    const end = this.#end;
    let depth = 0;
    for (;;) {
      if (this.#at >= end) throw notJson;
      const byte = bytes[this.#at]!;
      if (byte === quote) {
        this.#stepOverString();
        if (depth === 0) return;
        continue;
      }
      if (byte === closeBrace || byte === closeBracket) {
        if (depth === 0) return;
        this.#at++;
        if (--depth === 0) return;
        continue;
      }
      if (depth === 0 && byte === comma) return;
      if (byte === openBrace || byte === openBracket) depth++;
      this.#at++;
    }
  }

  #space(): void {
    while (this.#at < this.#end) {
      const byte = this.#bytes[this.#at]!;
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
      this.#at++;
    }
  }
}

/** Thrown within the reader only; one object, as making an error for each record would be slow. */
const notJson = new Error('not JSON');

function isNumeric(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2e ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x65 ||
    byte === 0x45
  );
}
