import type { Decoded, Decoder, DecodeProblem, RecordPart } from './decoder.ts';

/** A format that the user chose for keys or values, and how a failure is told. */
export interface Decoding {
  readonly decoder: Decoder;
  readonly part: RecordPart;
  /** Whole sentences, in the user's language. */
  readonly explain: (decoder: string, problem: DecodeProblem) => string;
}

/** How a topic's records are decoded; a part that is left out is shown as what it looks like. */
export type RecordDecodings = Partial<Record<RecordPart, Decoding>>;

/** Far above what an editor or the clipboard takes well; only what lies beyond is left out. */
const maxWhole = 256 * 1024 * 1024;

/** All of bytes, decoded; undefined where no format was chosen, or where they are not of it. */
export function decodedText(
  bytes: Uint8Array,
  decoding: Pick<Decoding, 'decoder' | 'part'> | undefined,
): Decoded | undefined {
  if (decoding === undefined || bytes.length === 0) return undefined;
  const { decoder, part } = decoding;
  const found = decoder.decode(bytes, { part, maxBytes: maxWhole, maxChars: maxWhole });
  return found.ok && !found.truncated ? found : undefined;
}
