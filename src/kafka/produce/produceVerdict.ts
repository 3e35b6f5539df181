import { KafkaError } from '../../core/kafkaError.ts';

/**
 * What an error code of a Produce response means for its batch. `retry`: not written, and it may work soon;
 * `split`: not written, because the batch is too large; `unknown`: it may or may not have been written;
 * `refused`: not written, and it will not be.
 */
export type ProduceVerdict = 'written' | 'retry' | 'split' | 'unknown' | 'refused';

/** Leader moved, metadata behind, too few in-sync replicas before the append, disk just failed over. */
const retryCodes = new Set([3, 5, 6, 9, 14, 15, 16, 19, 56, 72, 74, 75, 89, 100, 103]);
/** Message too large, record list too large. */
const splitCodes = new Set([10, 18]);
/** An idempotent writer has sent it before, and it was written then. */
const duplicateSequence = 46;
/** Server error, request timed out, too few in-sync replicas after the append. */
const unknownCodes = new Set([-1, 7, 20]);

/**
 * Judges one partition's error code (`org.apache.kafka.common.protocol.Errors`). With a `baseOffset` from 0 up
 * the leader had appended the batch before it failed: whether it stays is open.
 */
export function produceVerdict(errorCode: number, baseOffset: bigint): ProduceVerdict {
  if (errorCode === 0 || errorCode === duplicateSequence) return 'written';
  if (retryCodes.has(errorCode)) return baseOffset >= 0n ? 'unknown' : 'retry';
  if (splitCodes.has(errorCode)) return 'split';
  return unknownCodes.has(errorCode) ? 'unknown' : 'refused';
}

/** Codes that seldom pass by waiting: a topic that is not there, too few in-sync replicas. */
export function isLikelyFinal(errorCode: number): boolean {
  return errorCode === 3 || errorCode === 19 || errorCode === 100;
}

/** Ours, not the broker's: it fails the same way each time, and before anything is written. */
export function isFinal(error: Error): boolean {
  if (!(error instanceof KafkaError)) return false;
  return error.reason === 'versionUnsupported' || error.reason === 'codecUnsupported';
}
