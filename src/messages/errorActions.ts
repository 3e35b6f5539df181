import type { KafkaErrorReason } from '../core/kafkaError.ts';

/** What the user can do about an error where it is shown; each face offers those that it has. */
export type UserErrorAction = 'retry' | 'editCluster' | 'createTopic' | 'showLog';

/** What can be done about an error, best first. */
export function errorActions(reason: KafkaErrorReason): readonly UserErrorAction[] {
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
      return ['retry', 'editCluster'];
    case 'addressInvalid':
      return ['editCluster'];
    case 'connectionClosed':
    case 'brokerUnknown':
    case 'requestTimeout':
    case 'leaderUnavailable':
    case 'javaMissing':
    case 'javaTooOld':
    case 'portInUse':
      return ['retry'];
    case 'topicUnknown':
      return ['createTopic'];
    case 'transactionExpired':
    case 'brokerError':
    case 'localBrokerFailed':
      return ['retry', 'showLog'];
    case 'internal':
      return ['showLog'];
    default:
      return [];
  }
}
