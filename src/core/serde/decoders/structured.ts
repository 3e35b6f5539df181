import { decoded, notDecoded, type Decoder } from '../decoder.ts';
import { ByteReader, NotOfFormat } from './byteReader.ts';
import { LongEnough, Notation } from './notation.ts';

/** Values inside values deeper than this are refused: they serve nobody, and reading them needs a stack. */
export const maxDepth = 128;

/** Reads one value and writes it down; `depth` counts the values around it. */
export type ValueReader = (reader: ByteReader, out: Notation, depth: number) => Notation;

/** The decoder of a binary format whose values nest: one value, and nothing behind it. */
export function structured(name: string, value: ValueReader): Decoder {
  return {
    name,
    decode: (bytes, { maxChars }) => {
      const reader = new ByteReader(bytes);
      const out = new Notation(maxChars);
      try {
        value(reader, out, 0);
      } catch (error) {
        if (error instanceof LongEnough) return decoded(out.text, 'json', true);
        if (error instanceof NotOfFormat) return notDecoded(error.problem);
        throw error;
      }
      return reader.left === 0
        ? decoded(out.text, 'json')
        : notDecoded({ kind: 'trailing', at: reader.at });
    },
  };
}

/** Refuses what lies too deep. */
export function checkDepth(depth: number): void {
  if (depth > maxDepth) throw new NotOfFormat({ kind: 'tooDeep', limit: maxDepth });
}
