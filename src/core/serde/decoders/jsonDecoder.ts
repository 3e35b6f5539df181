import { decoded, notDecoded, type Decoder } from '../decoder.ts';
import { isJsonContainer } from '../jsonScan.ts';
import { textDecoder } from './plainDecoders.ts';

/** One JSON value in UTF-8, kept as it is written. Of one that goes on beyond the limits, nothing is checked. */
export const jsonDecoder: Decoder = {
  name: 'json',
  decode: (bytes, limits) => {
    const read = textDecoder.decode(bytes, limits);
    if (!read.ok || read.truncated) return read;
    const { text } = read;
    if (isJsonContainer(text)) return decoded(text, 'json');
    try {
      JSON.parse(text);
      return decoded(text, 'json');
    } catch (error) {
      return notDecoded({ kind: 'syntax', message: (error as SyntaxError).message });
    }
  },
};
