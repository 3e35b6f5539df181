import type { Decoder } from '../decoder.ts';
import { cborDecoder } from './cborDecoder.ts';
import { consumerOffsetsDecoder } from './consumerOffsetsDecoder.ts';
import { jsonDecoder } from './jsonDecoder.ts';
import { messagePackDecoder } from './messagePackDecoder.ts';
import { numberDecoders } from './numberDecoders.ts';
import { base64Decoder, hexDecoder, textDecoder } from './plainDecoders.ts';
import { transactionStateDecoder } from './transactionStateDecoder.ts';
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
  consumerOffsetsDecoder,
  transactionStateDecoder,
];

/** By what the topics that brokers write for themselves are decoded, unless somebody asks for something else. */
const internalTopics: Readonly<Record<string, Decoder>> = {
  __consumer_offsets: consumerOffsetsDecoder,
  __transaction_state: transactionStateDecoder,
};

/** The decoder of an internal topic's keys and values; undefined for any other topic. */
export function internalTopicDecoder(topic: string): Decoder | undefined {
  return Object.hasOwn(internalTopics, topic) ? internalTopics[topic] : undefined;
}
