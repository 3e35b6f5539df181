import type { DataFormat } from '../../core/scratch/values/dataFormat.ts';
import type { DataText } from '../blockResult.ts';
import { encodeData } from '../producer/encodeData.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Bytes as a text of a format that gives them back when it is written; base64 where no text of that format does
 * (not UTF-8, or another size than the number has). A long keeps all its digits.
 */
export function decodeData(bytes: Uint8Array | null, format: DataFormat): DataText {
  if (bytes === null) {
    return null;
  }
  if (format.kind === 'none') return '';
  const text = textOf(bytes, format);
  return text !== undefined && givesBack(text, bytes, format) ? text : base64(bytes);
}

/** Node's decoders drop what an encoding lacks, and a NaN has more than one form: the way back shows it. */
function givesBack(text: string, bytes: Uint8Array, format: DataFormat): boolean {
  return format.kind === 'string' || format.kind === 'float' || format.kind === 'double'
    ? bufferOf(bytes).equals(encodeData(text, format))
    : true;
}

function base64(bytes: Uint8Array): DataText {
  return { base64: bufferOf(bytes).toString('base64') };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textOf(bytes: Uint8Array, format: DataFormat): string | undefined {
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { byteLength: size } = bytes;
  switch (format.kind) {
    case 'string':
      return format.encoding === 'utf8' || format.encoding === 'utf-8'
        ? utf8(bytes)
        : bufferOf(bytes).toString(format.encoding);
    case 'json':
    case 'avro':
    case 'protobuf':
    case 'none':
      return utf8(bytes);
    case 'short':
      return size === 2 ? String(numbers.getInt16(0)) : undefined;
    case 'integer':
      return size === 4 ? String(numbers.getInt32(0)) : undefined;
    case 'long':
      return size === 8 ? String(numbers.getBigInt64(0)) : undefined;
    case 'float':
      return size === 4 ? fraction(numbers.getFloat32(0)) : undefined;
    case 'double':
      return size === 8 ? fraction(numbers.getFloat64(0)) : undefined;
  }
}

function fraction(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
