import { codecOf, decompress } from '../../core/codec/codec.ts';
import { defaultMaxBodyBytes } from '../../core/record/batchContext.ts';
import { batchHeaderBytes } from '../../core/record/batchSpan.ts';
import { nodeCodecs } from './nodeCodecs.ts';
import type { SpareMemory } from './spareMemory.ts';

/**
 * The records of a compressed batch v2 whose checksum was seen to hold, in spare memory; `undefined` where its bytes do
 * not expand, or beyond `maxBytes` (whoever opens the batch the usual way learns why).
 */
export function expandBatch(
  batch: Uint8Array,
  spare: SpareMemory,
  maxBytes = defaultMaxBodyBytes,
): Uint8Array | undefined {
  const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
  try {
    const codec = codecOf(view.getInt16(21));
    const records = batch.subarray(batchHeaderBytes);
    return decompress(codec, records, maxBytes, nodeCodecs, (bytes) => spare.take(bytes));
  } catch {
    return undefined;
  }
}
