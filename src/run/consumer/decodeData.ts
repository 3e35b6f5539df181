import type { DataFormat } from '../../core/scratch/values/dataFormat.ts';
import type { DataText } from '../blockResult.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Bytes as a text of a format; base64 where they are not of that format (not UTF-8, or another size than
 * the number has). A long keeps all its digits.
 */
export function decodeData(bytes: Uint8Array | null, format: DataFormat): DataText {
  if (bytes === null) {
    return null;
  }
  return format.kind === 'none' ? '' : (textOf(bytes, format) ?? base64(bytes));
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
      return size === 4 ? String(numbers.getFloat32(0)) : undefined;
    case 'double':
      return size === 8 ? String(numbers.getFloat64(0)) : undefined;
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
