import type { BrokerReason } from '../core/kafkaError.ts';
import type { Facts } from './facts.ts';
import type { Translate } from './translate.ts';

/** What · why · what to do, for what a broker answered. */
export function brokerSentence(reason: BrokerReason, facts: Facts, t: Translate): string {
  const topic = facts.text('topic');
  /** The broker's own words at the end, where it said something. */
  const withText = (sentence: string): string =>
    facts.has('text') ? t('{0} The broker says: {1}', sentence, facts.text('text')) : sentence;
  switch (reason) {
    case 'topicUnknown':
      return topic === ''
        ? t('The topic does not exist in this cluster. Check its name, or create it.')
        : t('Topic "{0}" does not exist in this cluster. Check its name, or create it.', topic);
    case 'topicExists':
      return t('Topic "{0}" already exists. Choose another name.', topic);
    case 'topicInvalid':
      return withText(
        t(
          '"{0}" is not a name that Kafka accepts for a topic here. Use letters, digits, ".", "_" and "-".',
          topic,
        ),
      );
    case 'partitionUnknown':
      return t(
        'Topic "{0}" has no partition {1}. Choose one that it has: refresh the topic to see them.',
        topic,
        facts.text('partition'),
      );
    case 'partitionsInvalid':
      return withText(t('Kafka refuses this number of partitions. Use a number from 1 up.'));
    case 'replicationFactorInvalid':
      return withText(
        t(
          'Kafka refuses this replication factor: it needs as many running brokers as replicas. Use a smaller one, or start more brokers.',
        ),
      );
    case 'configInvalid':
      return withText(t('Kafka refuses a config. Correct its name or its value.'));
    case 'policyViolation':
      return withText(
        t(
          'A policy of this cluster forbids that. Change the request, or ask who runs the cluster.',
        ),
      );
    case 'notAuthorized':
      return withText(notAuthorized(facts, t));
    case 'leaderUnavailable':
      return facts.has('partition')
        ? t(
            'Partition {0} of topic "{1}" has no leader at the moment, so it cannot be read or written. Wait for the election, or start the brokers that hold its replicas.',
            facts.text('partition'),
            topic,
          )
        : t(
            'The broker that is responsible is not available at the moment. Wait a moment and try again, or start the missing broker.',
          );
    case 'groupUnknown':
      return t(
        'Consumer group "{0}" does not exist: it may have been deleted or have expired. Refresh the list.',
        facts.text('group'),
      );
    case 'groupIncompatible':
      return t(
        'The members of consumer group "{0}" share their partitions in a way that is not known here. Known are range, roundrobin and sticky: use another group, or set one of them as its assignor.',
        facts.text('group'),
      );
    case 'recordTooLarge':
      return withText(
        t(
          'A record is larger than the cluster accepts. Make it smaller or compress it, or raise max.message.bytes of the topic.',
        ),
      );
    case 'versionUnsupported':
      return facts.has('api')
        ? t(
            'This cluster cannot do that: its broker offers {0} in versions {1}, and {2} are needed. Use a cluster of a fitting version.',
            facts.text('api'),
            facts.text('theirs'),
            facts.text('ours'),
          )
        : t('This cluster is too old or too new for that. Use a cluster of a fitting version.');
    case 'transactionExpired':
      return t(
        'The cluster has ended this transaction, as it does after {0} minutes, and none of its records count. Send fewer records in one transaction, or send them faster.',
        facts.text('minutes'),
      );
    case 'authorizerMissing':
      return t(
        'This cluster has no access rules: its brokers have no authorizer, so everybody may do everything. Set authorizer.class.name on each broker to have some.',
      );
    case 'brokerError':
      return facts.has('text')
        ? t(
            'The broker refused: {0} ({1}). Its log may tell more.',
            facts.text('text'),
            facts.text('error'),
          )
        : t(
            'The broker refused with {0}. Try again; its log may tell more.',
            facts.text('error') || t('an unknown error'),
          );
  }
}

function notAuthorized(facts: Facts, t: Translate): string {
  if (facts.has('group')) {
    return t(
      'You are not allowed to do that with consumer group "{0}": an ACL is missing. Ask who runs the cluster to allow it.',
      facts.text('group'),
    );
  }
  if (facts.has('topic')) {
    return t(
      'You are not allowed to do that with topic "{0}": an ACL is missing. Ask who runs the cluster to allow it.',
      facts.text('topic'),
    );
  }
  return t(
    'You are not allowed to do that on this cluster: an ACL is missing. Ask who runs the cluster to allow it.',
  );
}
