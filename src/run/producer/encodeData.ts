import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import type { DataFormat, FormatEncoding } from '../../core/scratch/values/dataFormat.ts';

/**
 * A text as bytes in a format. Throws a ProblemError for a text the format cannot hold exactly (numbers
 * keep all digits of a long; a float or double rounds, as its kind does, but not to nothing) and `notSupportedYet` for Avro
 * and Protobuf.
 */
export function encodeData(text: string, format: DataFormat): Uint8Array {
  switch (format.kind) {
    case 'string':
      return encodeString(text, format.encoding);
    case 'integer':
      return encodeWhole(text, format.kind, 4);
    case 'long':
      return encodeWhole(text, format.kind, 8);
    case 'short':
      return encodeWhole(text, format.kind, 2);
    case 'double':
    case 'float':
      return encodeFraction(text, format.kind);
    case 'json':
      return encodeJson(text);
    case 'avro':
    case 'protobuf':
    case 'none':
      throw new ProblemError(problem('formatNotYet', format.kind), undefined, 'notSupportedYet');
  }
}

function cannotHold(text: string, format: string): ProblemError {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new ProblemError(problem('formatCannotHold', shown, format));
}

function encodeString(text: string, encoding: FormatEncoding): Uint8Array {
  if (encoding === 'utf8' || encoding === 'utf-8') {
    // Small buffers share one: a million records of their own would take half a gigabyte.
    return Buffer.from(text);
  }
  const bytes = Buffer.from(text, encoding);
  if (encoding === 'ascii' ? /[^\0-\x7f]/.test(text) : !isHeldBy(bytes, text, encoding)) {
    throw cannotHold(text, encoding);
  }
  return bytes;
}

/** Node drops what an encoding cannot hold: the way back shows it. */
function isHeldBy(bytes: Buffer, text: string, encoding: FormatEncoding): boolean {
  const back = bytes.toString(encoding);
  switch (encoding) {
    case 'hex':
      return back === text.toLowerCase();
    case 'base64':
    case 'base64url':
      return back.replace(/=+$/, '') === text.replace(/=+$/, '');
    default:
      return back === text;
  }
}

function encodeWhole(text: string, format: string, sizeBytes: 2 | 4 | 8): Uint8Array {
  const bits = BigInt(sizeBytes) * 8n;
  const value = /^[+-]?\d{1,30}$/.test(text) ? BigInt(text.replace('+', '')) : undefined;
  if (value === undefined || BigInt.asIntN(Number(bits), value) !== value) {
    throw cannotHold(text, format);
  }
  const wide = new DataView(new ArrayBuffer(8));
  wide.setBigInt64(0, value);
  return new Uint8Array(wide.buffer, 8 - sizeBytes);
}

const fractionPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const notFinite: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity']);

function encodeFraction(text: string, format: 'double' | 'float'): Uint8Array {
  const value = Number(text);
  const rounded = format === 'float' ? Math.fround(value) : value;
  // What is too small for the format would become nothing at all.
  const isVanished = rounded === 0 && /[1-9]/.test(text.split(/e/i, 1)[0] ?? '');
  const isNumber = fractionPattern.test(text) && Number.isFinite(rounded) && !isVanished;
  if (!isNumber && !notFinite.has(text)) {
    throw cannotHold(text, format);
  }
  const view = new DataView(new ArrayBuffer(format === 'float' ? 4 : 8));
  if (format === 'float') {
    view.setFloat32(0, value);
  } else {
    view.setFloat64(0, value);
  }
  return new Uint8Array(view.buffer);
}

function encodeJson(text: string): Uint8Array {
  try {
    JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem('jsonInvalid', reason));
  }
  return Buffer.from(text);
}
