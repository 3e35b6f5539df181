import { isAbort, KafkaError } from '../core/kafkaError.ts';
import { brokerSentence } from './brokerSentences.ts';
import { connectionSentence } from './connectionSentences.ts';
import { errorActions, type UserErrorAction } from './errorActions.ts';
import { factsOf } from './facts.ts';
import { fileSentence } from './fileSentence.ts';
import { localSentence } from './localSentences.ts';
import type { Translate } from './translate.ts';

/** An error as the user reads it. */
export interface UserError {
  /** Whole sentences: what went wrong, why, what to do. */
  readonly text: string;
  /** Best first. */
  readonly actions: readonly UserErrorAction[];
}

/**
 * The one place that turns an error into sentences (house rule 7). Cancellation is no error: callers do not
 * show it, and here it reads as "Cancelled."
 */
export function toUserError(error: unknown, t: Translate): UserError {
  if (isAbort(error)) return { text: t('Cancelled.'), actions: [] };
  const reason = error instanceof KafkaError ? error.reason : 'internal';
  return { text: textOf(error, t), actions: errorActions(reason) };
}

function textOf(error: unknown, t: Translate): string {
  if (!(error instanceof KafkaError)) return internalText(error, t);
  const facts = factsOf(error.details);
  const { reason } = error;
  switch (reason) {
    case 'connectionRefused':
    case 'hostNotFound':
    case 'connectionTimeout':
    case 'connectionSilent':
    case 'speaksHttp':
    case 'speaksTls':
    case 'notKafka':
    case 'authenticationRequired':
    case 'advertisedUnreachable':
    case 'addressInvalid':
    case 'connectionClosed':
    case 'brokerUnknown':
    case 'requestTimeout':
      return connectionSentence(reason, facts, t);
    case 'topicUnknown':
    case 'leaderUnavailable':
    case 'transactionExpired':
    case 'brokerError':
    case 'topicExists':
    case 'topicInvalid':
    case 'partitionUnknown':
    case 'partitionsInvalid':
    case 'replicationFactorInvalid':
    case 'configInvalid':
    case 'policyViolation':
    case 'notAuthorized':
    case 'authorizerMissing':
    case 'groupUnknown':
    case 'groupIncompatible':
    case 'recordTooLarge':
    case 'versionUnsupported':
      return brokerSentence(reason, facts, t);
    case 'corruptBatch':
      return t(
        'Records arrived damaged: their checksum is wrong, so nothing of that batch is shown. Check the disks of the broker; the other batches are not affected.',
      );
    case 'codecUnsupported':
      return facts.has('node')
        ? t(
            'Records are compressed with zstd, which the Node {0} that runs this does not have. Use VS Code 1.101 or later, or Node 22.15 or later; other codecs are not affected.',
            facts.text('node'),
          )
        : t(
            'Records are compressed in a way that cannot be read or written here. Use gzip, snappy, lz4 or zstd.',
          );
    case 'filterInvalid':
      return t('The filter cannot be understood: {0}', facts.text('message') || error.message);
    case 'filterTooSlow':
      return t(
        'The filter was stopped: one record (partition {0}, offset {1}) kept it busy for too long. A regular expression with nested repetitions does that; make it simpler.',
        facts.text('partition') || '?',
        facts.text('offset') || '?',
      );
    case 'javaMissing':
    case 'javaTooOld':
    case 'portInUse':
      return localSentence(reason, facts, t);
    case 'localBrokerFailed':
      return localSentence(reason, facts, t);
    case 'clusterReadOnly':
      return t(
        'The cluster "{0}" is marked as read-only, so nothing is written to it from here. Choose another cluster, or change its access.',
        facts.text('cluster'),
      );
    case 'fileUnwritable':
      return fileSentence(facts, t);
    case 'inputInvalid':
    case 'confirmationNeeded':
    case 'groupHasMembers':
    case 'notSupportedYet':
      // They are thrown with a sentence of their own.
      return error.message;
    case 'internal':
      return internalText(error, t);
  }
}

function internalText(error: unknown, t: Translate): string {
  const message = error instanceof Error ? error.message : String(error);
  return t(
    'Something went wrong in Workbench for Apache Kafka: {0}. The log has the details; please report it.',
    message.replace(/\.$/, ''),
  );
}
