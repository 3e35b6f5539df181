import zlib from 'node:zlib';
import type { NativeCodecs } from '../../core/codec/codec.ts';
import { noZstd, tooLargeExpanded } from '../../core/codec/codecError.ts';
import { gzipSize, zstdSize } from './announcedSize.ts';

/** gzip and zstd of Node's own zlib (zstd from Node 22.15 on). */
export const nodeCodecs: NativeCodecs = {
  gunzip: (input, maxBytes) =>
    capped('gzip', maxBytes, () => zlib.gunzipSync(input, options(input, gzipSize, maxBytes))),
  gzip: (input) => zlib.gzipSync(input),
  zstdDecode: (input, maxBytes) => {
    needsZstd();
    return capped('zstd', maxBytes, () =>
      zlib.zstdDecompressSync(input, options(input, zstdSize, maxBytes)),
    );
  },
  zstdEncode: (input) => {
    needsZstd();
    return zlib.zstdCompressSync(input);
  },
};

const smallestChunkBytes = 1024;
/** What a byte of records compresses to at best is far less; a claim beyond that gets no memory in advance. */
const mostExpansion = 64;
/** Neither librdkafka nor Java says how large a zstd frame's records are: JSON seldom shrinks to less than a tenth. */
const likelyExpansion = 10;
const unknownChunkBytes = { least: 16 * 1024, most: 4 * 1024 * 1024 };

/** A result of one piece, or few: joining many costs as much again as decompressing them. */
function options(
  input: Uint8Array,
  sizeOf: (input: Uint8Array) => number | undefined,
  maxBytes: number,
): { maxOutputLength: number; chunkSize: number } {
  const size = sizeOf(input);
  if (size === undefined || size > maxBytes || size > input.length * mostExpansion) {
    const { least, most } = unknownChunkBytes;
    const likely = Math.min(Math.max(input.length * likelyExpansion, least), most);
    return { maxOutputLength: maxBytes, chunkSize: likely };
  }
  // With no room left zlib would ask for another piece.
  return { maxOutputLength: maxBytes, chunkSize: Math.max(size + 64, smallestChunkBytes) };
}

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
  if (typeof zlib.zstdDecompressSync !== 'function') throw noZstd(process.versions.node);
}
