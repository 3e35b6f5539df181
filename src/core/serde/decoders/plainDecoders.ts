import { base64Of, hexOf } from '../binaryText.ts';
import { decoded, notDecoded, type Decoder } from '../decoder.ts';
import { utf8Of, utf8Prefix } from '../utf8.ts';

/** UTF-8, control characters included. */
export const textDecoder: Decoder = {
  name: 'text',
  decode: (bytes, { maxBytes }) => {
    const prefix = utf8Prefix(bytes, maxBytes);
    const text = utf8Of(prefix);
    return text === undefined
      ? notDecoded({ kind: 'utf8' })
      : decoded(text, 'plain', prefix.length < bytes.length);
  },
};

/** Two digits a byte. */
export const hexDecoder: Decoder = {
  name: 'hex',
  decode: (bytes, { maxChars }) => {
    const shown = bytes.subarray(0, Math.ceil(maxChars / 2));
    return decoded(hexOf(shown), 'bytes', shown.length < bytes.length);
  },
};

/** Base64 with padding (RFC 4648, section 4). */
export const base64Decoder: Decoder = {
  name: 'base64',
  decode: (bytes, { maxChars }) => {
    const shown = bytes.subarray(0, Math.ceil(maxChars / 4) * 3);
    return decoded(base64Of(shown), 'plain', shown.length < bytes.length);
  },
};
