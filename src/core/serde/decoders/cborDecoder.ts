import { NotOfFormat, type ByteReader } from './byteReader.ts';
import type { Notation } from './notation.ts';
import { checkDepth, structured } from './structured.ts';

/** CBOR (RFC 8949) in its diagnostic notation: every integer exact, tags kept, definite and indefinite lengths. */
export const cborDecoder = structured('cbor', value);

const breakByte = 0xff;
const indefinite = 31;

function value(reader: ByteReader, out: Notation, depth: number): Notation {
  checkDepth(depth);
  const at = reader.at;
  const head = reader.uint8();
  const major = head >> 5;
  const info = head & 31;
  if (major === 7) return simpleOrFloat(info, at, reader, out);
  if (info === indefinite) return open(major, at, reader, out, depth);
  const count = argument(info, at, reader);
  switch (major) {
    case 0:
      return out.raw(String(count));
    case 1:
      return out.raw(String(-1n - count));
    case 2:
      return out.bytes(reader.run(count));
    case 3:
      return out.string(reader.run(count));
    case 4:
      return items('[', ']', count, false, reader, out, depth);
    case 5:
      return items('{', '}', count, true, reader, out, depth);
    default:
      out.raw(`${count}(`);
      value(reader, out, depth + 1);
      return out.raw(')');
  }
}

function argument(info: number, at: number, reader: ByteReader): bigint {
  if (info < 24) return BigInt(info);
  if (info > 27) throw new NotOfFormat({ kind: 'invalid', at });
  return reader.unsigned(1 << (info - 24));
}

/** An array or map; without `count` up to the break. */
function items(
  opening: string,
  closing: string,
  count: bigint | undefined,
  named: boolean,
  reader: ByteReader,
  out: Notation,
  depth: number,
): Notation {
  out.raw(opening);
  for (let index = 0n; count === undefined ? !atBreak(reader) : index < count; index++) {
    if (index > 0n) out.raw(',');
    value(reader, out, depth + 1);
    if (!named) continue;
    out.raw(':');
    value(reader, out, depth + 1);
  }
  return out.raw(closing);
}

function atBreak(reader: ByteReader): boolean {
  if (reader.peek() !== breakByte) return false;
  reader.uint8();
  return true;
}

/** What is of indefinite length: strings in pieces, arrays and maps up to the break. */
function open(
  major: number,
  at: number,
  reader: ByteReader,
  out: Notation,
  depth: number,
): Notation {
  if (major === 4) return items('[', ']', undefined, false, reader, out, depth);
  if (major === 5) return items('{', '}', undefined, true, reader, out, depth);
  if (major !== 2 && major !== 3) throw new NotOfFormat({ kind: 'invalid', at });
  out.raw('(_ ');
  for (let index = 0; !atBreak(reader); index++) {
    if (index > 0) out.raw(',');
    const start = reader.at;
    const head = reader.uint8();
    if (head >> 5 !== major) throw new NotOfFormat({ kind: 'invalid', at: start });
    const piece = reader.run(argument(head & 31, start, reader));
    if (major === 2) out.bytes(piece);
    else out.string(piece);
  }
  return out.raw(')');
}

const words = new Map([
  [20, 'false'],
  [21, 'true'],
  [22, 'null'],
  [23, 'undefined'],
]);

function simpleOrFloat(info: number, at: number, reader: ByteReader, out: Notation): Notation {
  const word = words.get(info);
  if (word !== undefined) return out.raw(word);
  if (info < 20) return out.raw(`simple(${info})`);
  switch (info) {
    case 24: {
      const simple = reader.uint8();
      // Below 32 they have a shorter form, which is the only one that is allowed.
      if (simple < 32) throw new NotOfFormat({ kind: 'invalid', at });
      return out.raw(`simple(${simple})`);
    }
    case 25:
      return out.float(half(Number(reader.unsigned(2))), 2);
    case 26:
      return out.float(reader.float32(), 4);
    case 27:
      return out.float(reader.float64(), 8);
    default:
      throw new NotOfFormat({ kind: 'invalid', at });
  }
}

/** A 16-bit float (IEEE 754 binary16) as a number. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
