import { hexOf } from '../binaryText.ts';
import { decoded, notDecoded, type Decoder } from '../decoder.ts';
import { utf8Of } from '../utf8.ts';

const textLength = 36;
const pattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** A UUID of 16 bytes, or as text, which is what Kafka's own `UUIDSerializer` writes. */
export const uuidDecoder: Decoder = {
  name: 'uuid',
  decode: (bytes) => {
    if (bytes.length === 16) {
      return decoded(hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
    }
    const text = bytes.length === textLength ? utf8Of(bytes) : undefined;
    return text !== undefined && pattern.test(text) ? decoded(text) : notDecoded({ kind: 'uuid' });
  },
};
