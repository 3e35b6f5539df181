import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { BatchBuilder } from '../../core/batch/batchBuilder.ts';
import type { CodecName } from '../../core/codec/codec.ts';
import { noZstd } from '../../core/codec/codecError.ts';
import { lz4Encode } from '../../core/codec/lz4Encode.ts';
import { snappyEncode } from '../../core/codec/snappyEncode.ts';

const gzip = promisify<Uint8Array, Buffer>(zlib.gzip);
const zstd = 'zstdCompress' in zlib ? promisify<Uint8Array, Buffer>(zlib.zstdCompress) : undefined;

/**
 * Finishes a batch in a codec: gzip and zstd outside the event loop, snappy and LZ4 in it (they are quick).
 * Rejects with `KafkaError('codecUnsupported')` where this Node has no zstd.
 */
export async function compressBatch(builder: BatchBuilder, codec: CodecName): Promise<Uint8Array> {
  switch (codec) {
    case 'none':
      return builder.build();
    case 'gzip':
      return builder.build(codec, await gzip(builder.body));
    case 'snappy':
      return builder.build(codec, snappyEncode(builder.body));
    case 'lz4':
      return builder.build(codec, lz4Encode(builder.body));
    case 'zstd':
      if (!zstd) throw noZstd(process.versions.node);
      return builder.build(codec, await zstd(builder.body));
  }
}
