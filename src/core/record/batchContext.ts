import type { NativeCodecs } from '../codec/codec.ts';
import type { BodyCache } from './bodyCache.ts';

/** What the batches of one partition have in common. */
export interface BatchContext {
  readonly topic: string;
  readonly partition: number;
  readonly codecs: NativeCodecs;
  /** Decompressed records and indexes of the batches that were looked at last. */
  readonly bodies: BodyCache;
  /** A batch that expands beyond this many bytes is an error, not an allocation. */
  readonly maxBodyBytes: number;
}

/** The default of `maxBodyBytes`: far above what brokers accept, far below what would end the process. */
export const defaultMaxBodyBytes = 256 * 1024 * 1024;
