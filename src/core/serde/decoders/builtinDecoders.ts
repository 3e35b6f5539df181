import type { Decoder } from '../decoder.ts';
import { cborDecoder } from './cborDecoder.ts';
import { jsonDecoder } from './jsonDecoder.ts';
import { messagePackDecoder } from './messagePackDecoder.ts';
import { numberDecoders } from './numberDecoders.ts';
import { base64Decoder, hexDecoder, textDecoder } from './plainDecoders.ts';
import { uuidDecoder } from './uuidDecoder.ts';
import { xmlDecoder } from './xmlDecoder.ts';

/** Every format that needs nothing but the bytes. */
export const builtinDecoders: readonly Decoder[] = [
  textDecoder,
  jsonDecoder,
  xmlDecoder,
  ...numberDecoders,
  uuidDecoder,
  messagePackDecoder,
  cborDecoder,
  hexDecoder,
  base64Decoder,
];
