import type { FakerCall } from '../../core/scratch/faker/fakerCall.ts';

/** A stream of random data; the same seed gives the same stream. */
export interface RandomData {
  /** Begins the stream of this seed. */
  start(seed: number): void;
  /** What the call gives, as text. Throws the library's own error for arguments that it refuses. */
  text(call: FakerCall): string;
}

/** Makes a stream; several of them know nothing of each other. */
export type RandomDataFactory = () => RandomData;
