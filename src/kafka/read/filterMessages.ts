import type { BatchPlace } from '../../core/filter/celTerm.ts';
import type { SlowTerm } from '../../core/filter/recordFilter.ts';
import type { RequiredTexts } from '../../core/filter/requiredText.ts';
import type { KafkaErrorDetails } from '../../core/kafkaError.ts';

/** What the filter worker is started with. */
export interface FilterWorkerData {
  readonly terms: readonly SlowTerm[];
  /** Counts the records begun, and holds the job and the offset delta of the one under way. */
  readonly beat: Int32Array;
}

/** Places in `beat`. */
export const beatOf = { count: 0, job: 1, offsetDelta: 2, length: 3 } as const;

/** Records to look at: `count` of them, one after another in `bytes`. */
export interface FilterJob extends BatchPlace {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** What the worker says: once whether it can work, then one answer to each job, in order. */
export type FilterAnswer =
  | { readonly kind: 'ready'; readonly required: readonly RequiredTexts[] }
  | { readonly kind: 'invalid'; readonly message: string; readonly details: KafkaErrorDetails }
  | {
      readonly kind: 'done';
      readonly id: number;
      /** The wanted records, one after another, and where each begins. */
      readonly bytes: Uint8Array;
      readonly positions: Int32Array;
      /** Which of the job's records each is, counted from 0. */
      readonly indexes: Int32Array;
      /** The records did not fit their bytes. */
      readonly malformed: string | undefined;
      /** On how many records an expression failed, and what was wrong with the first of them. */
      readonly failed: number;
      readonly firstFailure: { readonly offset: bigint; readonly message: string } | undefined;
    };
