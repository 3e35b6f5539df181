import { parsed, refused, type Parsed, type ValueParser } from '../parsed.ts';

/** Encodings of `string(…)`, by Node's names (those the existing format completes come first). */
export const textEncodings = [
  'utf8',
  'utf16le',
  'base64',
  'latin1',
  'hex',
  'ascii',
  'base64url',
  'binary',
  'ucs2',
  'utf-8',
  'utf-16le',
  'ucs-2',
] as const;
/** An encoding that `string(…)` takes. */
export type FormatEncoding = (typeof textEncodings)[number];

const numeric = ['double', 'float', 'integer', 'long', 'short'] as const;
/** Big-endian numbers in the sizes of Java's serializers: 8, 4, 4, 8 and 2 bytes. */
export type NumericFormat = (typeof numeric)[number];

/** How a key's or value's bytes are written or shown. */
export type DataFormat =
  | { readonly kind: 'string'; readonly encoding: FormatEncoding }
  | { readonly kind: NumericFormat }
  | { readonly kind: 'json' }
  | { readonly kind: 'avro' }
  | { readonly kind: 'protobuf'; readonly message: string }
  | { readonly kind: 'none' };

/** What completion offers for a format. */
export const formatNames = ['string', ...numeric, 'json', 'avro', 'protobuf(pkg.Message)'] as const;

/** Reads a format; `none` (do not show) only where it is read. */
export function dataFormat(use: 'produce' | 'consume'): ValueParser<DataFormat> {
  return (text) => {
    const match = /^([\w-]+)\s*(?:\((.*)\))?$/.exec(text);
    const name = match?.[1] ?? '';
    const args = match?.[2]?.split(',').map((arg) => arg.trim());
    const found = formatOf(name, args?.[0]);
    if (found === undefined || (found.ok && found.value.kind === 'none' && use === 'produce')) {
      const names = use === 'consume' ? [...formatNames, 'none'] : formatNames;
      return refused('formatInvalid', text, names.join(', '));
    }
    return found;
  };
}

function formatOf(name: string, argument: string | undefined): Parsed<DataFormat> | undefined {
  if (name === 'string') {
    return stringFormat(argument);
  }
  if (name === 'protobuf') {
    return argument === undefined || argument === ''
      ? undefined
      : parsed({ kind: name, message: argument });
  }
  if (argument !== undefined) {
    return undefined;
  }
  const number = numeric.find((one) => one === name);
  if (number !== undefined) {
    return parsed({ kind: number });
  }
  return name === 'json' || name === 'avro' || name === 'none' ? parsed({ kind: name }) : undefined;
}

function stringFormat(argument: string | undefined): Parsed<DataFormat> {
  const wanted = argument === undefined || argument === '' ? 'utf8' : argument.toLowerCase();
  const encoding = textEncodings.find((one) => one === wanted);
  return encoding === undefined
    ? refused('encodingUnknown', argument ?? '', textEncodings.slice(0, 5).join(', '))
    : parsed({ kind: 'string', encoding });
}
