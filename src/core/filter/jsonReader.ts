/* eslint-disable @typescript-eslint/no-non-null-assertion -- reads beyond the end give undefined, which no
   comparison below takes for a character */
import { JsonCursor, notJson } from './jsonCursor.ts';

/** A JSON text as CEL sees it: objects as maps, whole numbers as bigint with all their digits. */
export type JsonValue =
  null | boolean | bigint | number | string | readonly JsonValue[] | ReadonlyMap<string, JsonValue>;

const quote = 0x22;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const colon = 0x3a;
/** Deeper nesting would end the stack. */
const maxDepth = 500;
/** A mark of the byte order within a text is one of its characters. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads JSON straight from bytes. Members of the outermost object that nobody asks for are stepped over
 * without being read (and so without being checked beyond their quotes and braces).
 */
export class JsonReader {
  readonly #wanted: ReadonlySet<string> | undefined;
  readonly #wantedNames: readonly Uint8Array[];
  readonly #cursor = new JsonCursor();
  #depth = 0;

  /** @param wanted members of the outermost object to read; all when left out */
  constructor(wanted?: ReadonlySet<string>) {
    this.#wanted = wanted;
    const encoder = new TextEncoder();
    this.#wantedNames = [...(wanted ?? [])].map((name) => encoder.encode(name));
  }

  /** The JSON value that is all of `bytes[start, end)`; `undefined` where that is not JSON. */
  read(bytes: Uint8Array, start: number, end: number): JsonValue | undefined {
    const cursor = this.#cursor;
    cursor.begin(bytes, start, end);
    this.#depth = 0;
    try {
      const value = this.#value();
      cursor.space();
      return cursor.at === end ? value : undefined;
    } catch (error) {
      if (error === notJson) return undefined;
      throw error;
    }
  }

  #value(): JsonValue {
    const cursor = this.#cursor;
    cursor.space();
    const byte = cursor.at < cursor.end ? cursor.bytes[cursor.at]! : 0;
    switch (byte) {
      case openBrace:
        return this.#object();
      case openBracket:
        return this.#array();
      case quote:
        return this.#string();
      case 0x74:
        return (cursor.word('true'), true);
      case 0x66:
        return (cursor.word('false'), false);
      case 0x6e:
        return (cursor.word('null'), null);
      default:
        return this.#number();
    }
  }

  #object(): ReadonlyMap<string, JsonValue> {
    const map = new Map<string, JsonValue>();
    const choosy = this.#depth === 0 && this.#wanted !== undefined;
    const cursor = this.#cursor;
    for (let more = this.#opens(closeBrace); more; more = this.#goesOn(closeBrace)) {
      cursor.space();
      const name = choosy ? this.#wantedName() : this.#string();
      cursor.space();
      if (cursor.next() !== colon) throw notJson;
      if (name === undefined) cursor.value();
      else map.set(name, this.#value());
    }
    return map;
  }

  #array(): JsonValue[] {
    const items: JsonValue[] = [];
    for (let more = this.#opens(closeBracket); more; more = this.#goesOn(closeBracket)) {
      items.push(this.#value());
    }
    return items;
  }

  /** Steps over an opening brace or bracket; false where it closes at once. */
  #opens(close: number): boolean {
    if (++this.#depth > maxDepth) throw notJson;
    const cursor = this.#cursor;
    cursor.at++;
    cursor.space();
    if (cursor.bytes[cursor.at] !== close) return true;
    cursor.at++;
    this.#depth--;
    return false;
  }

  /** Steps over what stands behind a member or item; false where that is the end. */
  #goesOn(close: number): boolean {
    this.#cursor.space();
    const next = this.#cursor.next();
    if (next === comma) return true;
    if (next !== close) throw notJson;
    this.#depth--;
    return false;
  }

  /** A member's name where it is wanted; `undefined` (the name stepped over) where it is not. */
  #wantedName(): string | undefined {
    const cursor = this.#cursor;
    const start = cursor.at;
    const escaped = cursor.string();
    if (escaped) {
      cursor.at = start;
      const name = this.#string();
      return this.#wanted?.has(name) === true ? name : undefined;
    }
    const length = cursor.at - start - 2;
    const bytes = cursor.bytes;
    next: for (const wanted of this.#wantedNames) {
      if (wanted.length !== length) continue;
      for (let index = 0; index < length; index++) {
        if (bytes[start + 1 + index] !== wanted[index]) continue next;
      }
      return utf8.decode(wanted);
    }
    return undefined;
  }

  #string(): string {
    const cursor = this.#cursor;
    const start = cursor.at;
    const escaped = cursor.string();
    const bytes = cursor.bytes;
    const end = cursor.at - 1;
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
    const { bytes, at: start, end } = this.#cursor;
    let at = start;
    if (bytes[at] === 0x2d) at++;
    const digits = at;
    let value = 0;
    for (; at < end; at++) {
      const digit = bytes[at]! - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === digits) throw notJson;
    const next = at < end ? bytes[at]! : 0;
    this.#cursor.at = at;
    if (next !== 0x2e && next !== 0x65 && next !== 0x45) {
      if (at - digits > 15) return BigInt(utf8.decode(bytes.subarray(start, at)));
      return BigInt(digits === start ? value : -value);
    }
    while (at < end && isNumeric(bytes[at]!)) at++;
    this.#cursor.at = at;
    const number = Number(utf8.decode(bytes.subarray(start, at)));
    if (Number.isNaN(number)) throw notJson;
    return number;
  }
}

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
