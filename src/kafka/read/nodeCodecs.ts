import zlib from 'node:zlib';
import type { NativeCodecs } from '../../core/codec/codec.ts';
import { tooLargeExpanded } from '../../core/codec/codecError.ts';
import { KafkaError } from '../../core/kafkaError.ts';

/** gzip and zstd of Node's own zlib (zstd from Node 22.15 on). */
export const nodeCodecs: NativeCodecs = {
  gunzip: (input, maxBytes) =>
    capped('gzip', maxBytes, () => zlib.gunzipSync(input, { maxOutputLength: maxBytes })),
  gzip: (input) => zlib.gzipSync(input),
  zstdDecode: (input, maxBytes) => {
    needsZstd();
    return capped('zstd', maxBytes, () =>
      zlib.zstdDecompressSync(input, { maxOutputLength: maxBytes }),
    );
  },
  zstdEncode: (input) => {
    needsZstd();
    return zlib.zstdCompressSync(input);
  },
};

function capped(codec: string, maxBytes: number, run: () => Uint8Array): Uint8Array {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) throw tooLargeExpanded(codec, maxBytes);
    throw error;
  }
}

/** An editor on an older Node has no zstd: said as such, not as a corrupt batch. */
function needsZstd(): void {
  if (typeof zlib.zstdDecompressSync !== 'function') {
    throw new KafkaError('codecUnsupported', 'zstd needs Node 22.15 or later', {
      details: { codec: 'zstd' },
    });
  }
}
