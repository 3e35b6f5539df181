import { base64Of } from '../binaryText.ts';
import { utf8Of } from '../utf8.ts';
import { NotOfFormat, type ByteReader } from './byteReader.ts';
import type { Notation } from './notation.ts';
import type { ValueReader } from './structured.ts';

/** What a field of a record that brokers write for themselves holds; `list`: of numbers or of further fields. */
export type FieldType =
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'string'
  | 'bytes'
  | 'uuid'
  | { readonly list: 'int32' | readonly Field[] };

/** A field, in the order in which Kafka's own message definitions have them. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly nullable?: true;
  /** The first version that has it. */
  readonly since?: number;
  /** The last version that has it. */
  readonly until?: number;
  /** It stands among the tagged fields, under this number. */
  readonly tag?: number;
}

/** The versions of a record's layout, from 0 on. */
export interface Layout {
  readonly newest: number;
  /** The first one with compact lengths and tagged fields. */
  readonly flexibleSince: number;
  readonly fields: readonly Field[];
}

const integerBytes = { int8: 1, int16: 2, int32: 4, int64: 8 } as const;
const uuidBytes = 16;

/**
 * Reads keys, which begin with what the record is about, and writes them as the formatters of Kafka's console consumer
 * do: `{"type":1,"data":{…}}`.
 *
 * @param kinds the fields of each type
 */
export function typedRecord(kinds: Readonly<Record<number, readonly Field[]>>): ValueReader {
  return (reader, out) => {
    const type = int16(reader);
    const fields = kinds[type];
    if (fields === undefined) throw new NotOfFormat({ kind: 'invalid', at: 0 });
    out.raw(`{"type":${type},"data":`);
    new FieldReader(reader, out, 0, false).struct(fields);
    return out.raw('}');
  };
}

/** Reads values, which begin with the version of their layout: `{"version":1,"data":{…}}`, bytes in base64. */
export function versionedRecord({ newest, flexibleSince, fields }: Layout): ValueReader {
  return (reader, out) => {
    const version = int16(reader);
    if (version < 0 || version > newest) throw new NotOfFormat({ kind: 'invalid', at: 0 });
    out.raw(`{"version":${version},"data":`);
    new FieldReader(reader, out, version, version >= flexibleSince).struct(fields);
    return out.raw('}');
  };
}

function int16(reader: ByteReader): number {
  return Number(BigInt.asIntN(16, reader.unsigned(2)));
}

/** Reads the fields of one record and writes them down. */
class FieldReader {
  readonly #reader: ByteReader;
  readonly #out: Notation;
  readonly #version: number;
  readonly #flexible: boolean;

  constructor(reader: ByteReader, out: Notation, version: number, flexible: boolean) {
    this.#reader = reader;
    this.#out = out;
    this.#version = version;
    this.#flexible = flexible;
  }

  struct(fields: readonly Field[]): void {
    const own = fields.filter(
      ({ since = 0, until = Infinity }) => this.#version >= since && this.#version <= until,
    );
    let separator = '{';
    const write = (field: Field): void => {
      this.#out.raw(`${separator}${JSON.stringify(field.name)}:`);
      separator = ',';
      this.#value(field);
    };
    for (const field of own) if (field.tag === undefined) write(field);
    if (this.#flexible) this.#tagged(own, write);
    this.#out.raw('}');
  }

  /** Those that are not known are skipped, as the protocol has it. */
  #tagged(fields: readonly Field[], write: (field: Field) => void): void {
    for (let left = this.#varint(); left > 0; left--) {
      const tag = this.#varint();
      const size = this.#varint();
      const end = this.#reader.at + size;
      const field = fields.find((each) => each.tag === tag);
      if (field === undefined) this.#reader.run(size);
      else write(field);
      if (this.#reader.at !== end) this.#refuse();
    }
  }

  #value({ type, nullable }: Field): void {
    switch (type) {
      case 'int8':
      case 'int16':
      case 'int32':
      case 'int64':
        this.#integer(integerBytes[type]);
        break;
      case 'uuid':
        this.#out.raw(JSON.stringify(uuidText(this.#reader.run(uuidBytes))));
        break;
      case 'string': {
        const length = this.#length(2, nullable);
        if (length !== undefined) this.#string(this.#reader.run(length));
        break;
      }
      case 'bytes': {
        const length = this.#length(4, nullable);
        if (length !== undefined) this.#out.raw(JSON.stringify(base64Of(this.#reader.run(length))));
        break;
      }
      default: {
        const length = this.#length(4, nullable);
        if (length !== undefined) this.#list(type.list, length);
      }
    }
  }

  /** Brokers write UTF-8: anything else is another record than was thought. */
  #string(bytes: Uint8Array): void {
    if (utf8Of(bytes) === undefined) throw new NotOfFormat({ kind: 'utf8' });
    this.#out.string(bytes);
  }

  #list(items: 'int32' | readonly Field[], length: number): void {
    this.#out.raw('[');
    for (let index = 0; index < length; index++) {
      if (index > 0) this.#out.raw(',');
      if (items === 'int32') this.#integer(4);
      else this.struct(items);
    }
    this.#out.raw(']');
  }

  #integer(size: number): void {
    this.#out.raw(String(BigInt.asIntN(size * 8, this.#reader.unsigned(size))));
  }

  /** How many bytes or items follow; undefined for null, which is written then. */
  #length(size: number, nullable: true | undefined): number | undefined {
    const length = this.#flexible
      ? this.#varint() - 1
      : Number(BigInt.asIntN(size * 8, this.#reader.unsigned(size)));
    if (length >= 0) return length;
    if (length !== -1 || nullable === undefined) this.#refuse();
    this.#out.raw('null');
    return undefined;
  }

  #varint(): number {
    let number = 0;
    for (let shift = 0; shift < 5; shift++) {
      const byte = this.#reader.uint8();
      number += (byte & 0x7f) * 2 ** (7 * shift);
      if (byte < 0x80) return number;
    }
    return this.#refuse();
  }

  #refuse(): never {
    throw new NotOfFormat({ kind: 'invalid', at: this.#reader.at });
  }
}

/** As Kafka writes ids: base64 for addresses (RFC 4648, section 5), without padding. */
function uuidText(bytes: Uint8Array): string {
  return base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
