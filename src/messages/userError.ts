import { isAbort, KafkaError } from '../core/kafkaError.ts';
import { brokerSentence } from './brokerSentences.ts';
import { connectionSentence } from './connectionSentences.ts';
import { factsOf } from './facts.ts';
import { fileSentence } from './fileSentence.ts';
import { localSentence } from './localSentences.ts';
import type { Translate } from './translate.ts';

/** What the user can do about an error where it is shown; each face offers those that it has. */
export type UserErrorAction = 'retry' | 'editCluster' | 'createTopic' | 'showLog';

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
  if (!(error instanceof KafkaError)) return internalError(error, t);
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
      return { text: connectionSentence(reason, facts, t), actions: ['retry', 'editCluster'] };
    case 'addressInvalid':
      return { text: connectionSentence(reason, facts, t), actions: ['editCluster'] };
    case 'connectionClosed':
    case 'brokerUnknown':
    case 'requestTimeout':
      return { text: connectionSentence(reason, facts, t), actions: ['retry'] };
    case 'topicUnknown':
      return { text: brokerSentence(reason, facts, t), actions: ['createTopic'] };
    case 'leaderUnavailable':
      return { text: brokerSentence(reason, facts, t), actions: ['retry'] };
    case 'transactionExpired':
    case 'brokerError':
      return { text: brokerSentence(reason, facts, t), actions: ['retry', 'showLog'] };
    case 'topicExists':
    case 'topicInvalid':
    case 'partitionUnknown':
    case 'partitionsInvalid':
    case 'replicationFactorInvalid':
    case 'configInvalid':
    case 'policyViolation':
    case 'notAuthorized':
    case 'groupUnknown':
    case 'groupIncompatible':
    case 'recordTooLarge':
    case 'versionUnsupported':
      return { text: brokerSentence(reason, facts, t), actions: [] };
    case 'corruptBatch':
      return {
        text: t(
          'Records arrived damaged: their checksum is wrong, so nothing of that batch is shown. Check the disks of the broker; the other batches are not affected.',
        ),
        actions: [],
      };
    case 'codecUnsupported':
      return {
        text: facts.has('node')
          ? t(
              'Records are compressed with zstd, which the Node {0} that runs this does not have. Use VS Code 1.101 or later, or Node 22.15 or later; other codecs are not affected.',
              facts.text('node'),
            )
          : t(
              'Records are compressed in a way that cannot be read or written here. Use gzip, snappy, lz4 or zstd.',
            ),
        actions: [],
      };
    case 'filterInvalid':
      return {
        text: t('The filter cannot be understood: {0}', facts.text('message') || error.message),
        actions: [],
      };
    case 'filterTooSlow':
      return {
        text: t(
          'The filter was stopped: one record (partition {0}, offset {1}) kept it busy for too long. A regular expression with nested repetitions does that; make it simpler.',
          facts.text('partition') || '?',
          facts.text('offset') || '?',
        ),
        actions: [],
      };
    case 'javaMissing':
    case 'javaTooOld':
    case 'portInUse':
      return { text: localSentence(reason, facts, t), actions: ['retry'] };
    case 'localBrokerFailed':
      return { text: localSentence(reason, facts, t), actions: ['retry', 'showLog'] };
    case 'clusterReadOnly':
      return {
        text: t(
          'The cluster "{0}" is marked as read-only, so nothing is written to it from here. Choose another cluster, or change its access.',
          facts.text('cluster'),
        ),
        actions: [],
      };
    case 'fileUnwritable':
      return { text: fileSentence(facts, t), actions: [] };
    case 'inputInvalid':
    case 'confirmationNeeded':
    case 'groupHasMembers':
    case 'notSupportedYet':
      // They are thrown with a sentence of their own.
      return { text: error.message, actions: [] };
    case 'internal':
      return internalError(error, t);
  }
}

function internalError(error: unknown, t: Translate): UserError {
  const message = error instanceof Error ? error.message : String(error);
  const text = t(
    'Something went wrong in Workbench for Apache Kafka: {0}. The log has the details; please report it.',
    message.replace(/\.$/, ''),
  );
  return { text, actions: ['showLog'] };
}
