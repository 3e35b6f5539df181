import { KafkaError, type KafkaErrorReason } from '../../core/kafkaError.ts';
import { errorName } from './errorNames.ts';

/** What an error code was about; only what is known is given. */
export interface BrokerErrorContext {
  readonly topic?: string;
  readonly partition?: number;
  readonly group?: string;
  readonly broker?: number;
  /** The broker's own text, where the response has one. */
  readonly text?: string | null;
}

const reasons: Readonly<Record<number, KafkaErrorReason>> = {
  2: 'corruptBatch',
  3: 'topicUnknown',
  5: 'leaderUnavailable',
  6: 'leaderUnavailable',
  7: 'requestTimeout',
  8: 'leaderUnavailable',
  9: 'leaderUnavailable',
  10: 'recordTooLarge',
  17: 'topicInvalid',
  18: 'recordTooLarge',
  23: 'groupIncompatible',
  24: 'groupUnknown',
  29: 'notAuthorized',
  30: 'notAuthorized',
  31: 'notAuthorized',
  35: 'versionUnsupported',
  36: 'topicExists',
  37: 'partitionsInvalid',
  38: 'replicationFactorInvalid',
  39: 'replicationFactorInvalid',
  40: 'configInvalid',
  44: 'policyViolation',
  53: 'notAuthorized',
  54: 'authorizerMissing',
  65: 'notAuthorized',
  69: 'groupUnknown',
  72: 'leaderUnavailable',
  76: 'codecUnsupported',
  100: 'topicUnknown',
};

/**
 * The error for a non-zero error code of a response. `details` holds `code`, `error` (Kafka's name of it),
 * what is known of the context and, as `text`, what the broker itself said.
 */
export function brokerError(code: number, context: BrokerErrorContext = {}): KafkaError {
  const { text, ...where } = context;
  const name = errorName(code);
  const about = Object.entries(where)
    .map(([kind, value]) => `${kind} ${value}`)
    .join(', ');
  const message = [name, about && ` (${about})`, text && `: ${text}`].filter(Boolean).join('');
  return new KafkaError(reasons[code] ?? 'brokerError', message, {
    details: { ...where, code, error: name, ...(text ? { text } : {}) },
  });
}

/** The error for a code, or `undefined` for 0: for lists in which one entry's failure leaves the others. */
export function errorOf(code: number, context: BrokerErrorContext = {}): KafkaError | undefined {
  return code === 0 ? undefined : brokerError(code, context);
}

/** Throws for a non-zero error code. */
export function throwIfFailed(code: number, context: BrokerErrorContext = {}): void {
  if (code !== 0) throw brokerError(code, context);
}

/** The broker's error code that a KafkaError was made from, if it was made from one. */
export function errorCodeOf(error: unknown): number | undefined {
  const code = error instanceof KafkaError ? error.details.code : undefined;
  return typeof code === 'number' ? code : undefined;
}
