import { KafkaError } from '../kafkaError.ts';
import type { Allocate } from './copyMatch.ts';
import { lz4Decode } from './lz4Decode.ts';
import { lz4Encode } from './lz4Encode.ts';
import { snappyDecode } from './snappyDecode.ts';
import { snappyEncode } from './snappyEncode.ts';

/** Kafka's compression types by their own names, in the order of their ids (bits 0–2 of the attributes). */
export const codecNames = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const;
/** A codec by the name that Kafka's configs use. */
export type CodecName = (typeof codecNames)[number];

/**
 * What the runtime brings, as core has no Node API (`src/kafka/read/nodeCodecs.ts`). Decoders stop with an
 * error before the result passes `maxBytes`.
 */
export interface NativeCodecs {
  gunzip(input: Uint8Array, maxBytes: number): Uint8Array;
  gzip(input: Uint8Array): Uint8Array;
  zstdDecode(input: Uint8Array, maxBytes: number): Uint8Array;
  zstdEncode(input: Uint8Array): Uint8Array;
}

/**
 * Decompresses one batch's records.
 *
 * @param maxBytes what the result may hold at most: no batch may take the process's memory
 * @param allocate where the result may lie, of at least so many bytes; new memory unless told (gzip and zstd have theirs)
 * @throws KafkaError `corruptBatch`
 */
export function decompress(
  codec: CodecName,
  input: Uint8Array,
  maxBytes: number,
  native: NativeCodecs,
  allocate?: Allocate,
): Uint8Array {
  switch (codec) {
    case 'none':
      return input;
    case 'gzip':
      return foreign(codec, () => native.gunzip(input, maxBytes));
    case 'snappy':
      return snappyDecode(input, maxBytes, allocate);
    case 'lz4':
      return lz4Decode(input, maxBytes, allocate);
    case 'zstd':
      return foreign(codec, () => native.zstdDecode(input, maxBytes));
  }
}

/** Compresses one batch's records in the shape that every Kafka client reads. */
export function compress(codec: CodecName, input: Uint8Array, native: NativeCodecs): Uint8Array {
  switch (codec) {
    case 'none':
      return input;
    case 'gzip':
      return native.gzip(input);
    case 'snappy':
      return snappyEncode(input);
    case 'lz4':
      return lz4Encode(input);
    case 'zstd':
      return native.zstdEncode(input);
  }
}

/** The codec of an attributes field. Ids 5–7 are not assigned: reason `codecUnsupported`. */
export function codecOf(attributes: number): CodecName {
  const id = attributes & 7;
  const name = codecNames[id];
  if (name === undefined) {
    throw new KafkaError('codecUnsupported', `unknown compression type ${id}`, {
      details: { codec: id },
    });
  }
  return name;
}

function foreign(codec: CodecName, run: () => Uint8Array): Uint8Array {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof KafkaError) throw cause;
    const what = cause instanceof Error ? cause.message : 'failed';
    throw new KafkaError('corruptBatch', `${codec}: ${what}`, { details: { codec }, cause });
  }
}
