/** What was found at an address instead of a Kafka broker. */
export type ConnectionReason =
  | 'connectionRefused'
  | 'hostNotFound'
  | 'connectionTimeout'
  | 'connectionClosed'
  | 'speaksHttp'
  | 'speaksTls'
  | 'notKafka'
  | 'advertisedUnreachable'
  | 'connectionSilent'
  | 'authenticationRequired'
  | 'brokerUnknown'
  | 'addressInvalid'
  | 'requestTimeout';

/** What a broker refused or could not do. */
export type BrokerReason =
  | 'topicUnknown'
  | 'topicExists'
  | 'topicInvalid'
  | 'partitionUnknown'
  | 'partitionsInvalid'
  | 'replicationFactorInvalid'
  | 'configInvalid'
  | 'policyViolation'
  | 'notAuthorized'
  | 'authorizerMissing'
  | 'leaderUnavailable'
  | 'groupUnknown'
  | 'groupIncompatible'
  | 'recordTooLarge'
  | 'versionUnsupported'
  | 'transactionExpired'
  | 'brokerError';

/**
 * Why something failed, in kinds that the user's sentence is chosen by (`src/messages/userError.ts`).
 * Connection: what was found at an address. Broker: what Kafka answered. Ours: what we refuse.
 */
export type KafkaErrorReason =
  | ConnectionReason
  | BrokerReason
  // data
  | 'corruptBatch'
  | 'codecUnsupported'
  // filters
  | 'filterInvalid'
  | 'filterTooSlow'
  // local clusters
  | 'javaMissing'
  | 'javaTooOld'
  | 'portInUse'
  | 'localBrokerFailed'
  // ours
  | 'inputInvalid'
  | 'fileUnwritable'
  | 'confirmationNeeded'
  | 'clusterReadOnly'
  | 'groupHasMembers'
  | 'notSupportedYet'
  | 'internal';

/** Facts that the sentence may name: an address, a topic, a broker's own error text. */
export type KafkaErrorDetails = Readonly<Record<string, string | number>>;

/**
 * The one error that the core, `kafka/` and `run/` throw on purpose. `message` is English and meant for
 * the log and the headless runner; what the user reads is made from `reason` and `details`.
 */
export class KafkaError extends Error {
  readonly reason: KafkaErrorReason;
  readonly details: KafkaErrorDetails;

  constructor(
    reason: KafkaErrorReason,
    message: string,
    options: { details?: KafkaErrorDetails; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'KafkaError';
    this.reason = reason;
    this.details = options.details ?? {};
  }
}

/** True for the rejection of an aborted operation: never shown as an error (house rule 7). */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
