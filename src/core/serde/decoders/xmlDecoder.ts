import { decoded, notDecoded, type Decoder } from '../decoder.ts';
import { xmlTokens } from '../xmlTokens.ts';
import { textDecoder } from './plainDecoders.ts';

/** One well-formed XML document in UTF-8, kept as it is written. Of one beyond the limits, nothing is checked. */
export const xmlDecoder: Decoder = {
  name: 'xml',
  decode: (bytes, limits) => {
    const read = textDecoder.decode(bytes, limits);
    if (!read.ok || read.truncated) return read;
    const found = xmlTokens(read.text);
    return found.ok ? decoded(read.text, 'xml') : notDecoded({ kind: 'invalid', at: found.at });
  },
};
