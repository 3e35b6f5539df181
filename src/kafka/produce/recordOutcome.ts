import { KafkaError } from '../../core/kafkaError.ts';

/** Where a record is now. */
export interface ProducedRecord {
  readonly partition: number;
  /** `undefined` with acks 0: it was sent, and nobody told. */
  readonly offset: bigint | undefined;
  /** The record's timestamp as stored. */
  readonly timestampMs?: number | undefined;
}

/**
 * What became of one record: written; refused and surely not written; or unknown, because it was sent and no
 * answer came.
 */
export type RecordOutcome =
  | ({ readonly state: 'written' } & ProducedRecord)
  | { readonly state: 'refused'; readonly partition: number | undefined; readonly error: Error }
  | { readonly state: 'unknown'; readonly partition: number; readonly error: Error };

/**
 * Thrown when at least one record was not surely written. Reason, message and details are those of the first
 * such record; `outcomes` tells every record, in the order given.
 */
export class ProduceFailure extends KafkaError {
  readonly outcomes: readonly RecordOutcome[];

  constructor(first: Error, outcomes: readonly RecordOutcome[]) {
    const known = first instanceof KafkaError ? first : undefined;
    super(known?.reason ?? 'internal', first.message, {
      details: known?.details ?? {},
      cause: first,
    });
    this.name = 'ProduceFailure';
    this.outcomes = outcomes;
  }
}
