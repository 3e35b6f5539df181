/** Compressed batches for the worker, one behind the other, their checksums verified. */
export interface BodyJob {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each batch ends in `bytes`. */
  readonly ends: Uint32Array;
  /** Memory that is not used any more. */
  readonly spare: readonly ArrayBuffer[];
}

/** What became of each batch of a job. The first answer has id −1 and no bodies: the worker is ready. */
export interface BodyAnswer {
  readonly id: number;
  readonly bodies: readonly ExpandedBody[];
}

/** A batch's records, in memory of their own; `undefined` where it does not hold or does not expand. */
export type ExpandedBody = Uint8Array | undefined;
