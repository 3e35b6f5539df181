import type { ByteReader } from './byteReader.ts';
import { NotOfFormat } from './byteReader.ts';
import type { Notation } from './notation.ts';
import { checkDepth, structured } from './structured.ts';

/** MessagePack (msgpack.org, spec.md): every integer exact, binary and extensions as bytes, timestamps as such. */
export const messagePackDecoder = structured('msgpack', value);

function value(reader: ByteReader, out: Notation, depth: number): Notation {
  checkDepth(depth);
  const at = reader.at;
  const type = reader.uint8();
  if (type < 0x80) return out.raw(String(type));
  if (type < 0x90) return map(BigInt(type & 15), reader, out, depth);
  if (type < 0xa0) return array(BigInt(type & 15), reader, out, depth);
  if (type < 0xc0) return out.string(reader.run(type & 31));
  if (type >= 0xe0) return out.raw(String(type - 256));
  switch (type) {
    case 0xc0:
      return out.raw('null');
    case 0xc2:
      return out.raw('false');
    case 0xc3:
      return out.raw('true');
    case 0xc4:
    case 0xc5:
    case 0xc6:
      return out.bytes(reader.run(reader.unsigned(1 << (type - 0xc4))));
    case 0xc7:
    case 0xc8:
    case 0xc9:
      return extension(reader.unsigned(1 << (type - 0xc7)), reader, out);
    case 0xca:
      return out.float(reader.float32(), 4);
    case 0xcb:
      return out.float(reader.float64(), 8);
    case 0xcc:
    case 0xcd:
    case 0xce:
    case 0xcf:
      return out.raw(String(reader.unsigned(1 << (type - 0xcc))));
    case 0xd0:
    case 0xd1:
    case 0xd2:
    case 0xd3: {
      const size = 1 << (type - 0xd0);
      return out.raw(String(BigInt.asIntN(size * 8, reader.unsigned(size))));
    }
    case 0xd4:
    case 0xd5:
    case 0xd6:
    case 0xd7:
    case 0xd8:
      return extension(BigInt(1 << (type - 0xd4)), reader, out);
    case 0xd9:
    case 0xda:
    case 0xdb:
      return out.string(reader.run(reader.unsigned(1 << (type - 0xd9))));
    case 0xdc:
    case 0xdd:
      return array(reader.unsigned(2 << (type - 0xdc)), reader, out, depth);
    case 0xde:
    case 0xdf:
      return map(reader.unsigned(2 << (type - 0xde)), reader, out, depth);
    default:
      // 0xc1 is never used.
      throw new NotOfFormat({ kind: 'invalid', at });
  }
}

function array(count: bigint, reader: ByteReader, out: Notation, depth: number): Notation {
  out.raw('[');
  for (let index = 0n; index < count; index++) {
    if (index > 0n) out.raw(',');
    value(reader, out, depth + 1);
  }
  return out.raw(']');
}

function map(count: bigint, reader: ByteReader, out: Notation, depth: number): Notation {
  out.raw('{');
  for (let index = 0n; index < count; index++) {
    if (index > 0n) out.raw(',');
    value(reader, out, depth + 1);
    out.raw(':');
    value(reader, out, depth + 1);
  }
  return out.raw('}');
}

const timestampType = -1;

function extension(size: bigint, reader: ByteReader, out: Notation): Notation {
  const type = (reader.uint8() << 24) >> 24;
  const data = reader.run(size);
  const moment = type === timestampType ? timestamp(data) : undefined;
  if (moment !== undefined) return out.raw(`timestamp(${JSON.stringify(moment)})`);
  return out.raw(`ext${type}`).bytes(data);
}

/** ISO 8601 with nanoseconds; undefined where the bytes are no timestamp, or one beyond any calendar. */
function timestamp(data: Uint8Array): string | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let seconds: bigint;
  let nanos = 0n;
  if (data.length === 4) {
    seconds = BigInt(view.getUint32(0));
  } else if (data.length === 8) {
    const both = view.getBigUint64(0);
    nanos = both >> 34n;
    seconds = both & 0x3_ffff_ffffn;
  } else if (data.length === 12) {
    nanos = BigInt(view.getUint32(0));
    seconds = view.getBigInt64(4);
  } else {
    return undefined;
  }
  const date = new Date(Number(seconds) * 1000);
  if (nanos >= 1_000_000_000n || Number.isNaN(date.getTime())) return undefined;
  const fraction = String(nanos).padStart(9, '0');
  return date.toISOString().replace('.000Z', `.${fraction}Z`);
}
