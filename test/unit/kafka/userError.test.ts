import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError, type KafkaErrorReason } from '../../../src/core/kafkaError.ts';
import { english } from '../../../src/messages/translate.ts';
import { toUserError } from '../../../src/messages/userError.ts';
import { brokerError } from '../../../src/kafka/wire/brokerError.ts';

const address = 'kafka.example:9092';
/** One text for each reason that has a sentence of its own; the compiler sees to it that none is missing. */
const golden: Record<KafkaErrorReason, string> = {
  connectionRefused: 'Nothing listens at kafka.example:9092',
  hostNotFound: 'The host of kafka.example:9092 was not found',
  connectionTimeout: 'kafka.example:9092 does not answer',
  connectionSilent: 'kafka.example:9092 accepts connections but does not answer',
  connectionClosed: 'The connection to kafka.example:9092 was closed',
  speaksHttp: 'kafka.example:9092 speaks HTTP, not Kafka',
  speaksTls: 'kafka.example:9092 expects TLS',
  notKafka: 'kafka.example:9092 answers, but not as a Kafka broker does',
  advertisedUnreachable: 'boot:1 answers, but tells clients to go to kafka:9092',
  authenticationRequired: 'kafka.example:9092 closed the connection after the handshake',
  brokerUnknown: 'Broker 7 is not part of the cluster',
  addressInvalid: '"kafka.example:9092" is not an address',
  requestTimeout: 'kafka.example:9092 did not answer in time',
  topicUnknown: 'Topic "ordrs" does not exist',
  topicExists: 'Topic "ordrs" already exists',
  topicInvalid: '"ordrs" is not a name',
  partitionUnknown: 'Topic "ordrs" has no partition 3',
  partitionsInvalid: 'Kafka refuses this number of partitions',
  replicationFactorInvalid: 'Kafka refuses this replication factor',
  configInvalid: 'Kafka refuses a config',
  policyViolation: 'A policy of this cluster forbids that',
  notAuthorized: 'You are not allowed to do that',
  authorizerMissing: 'This cluster has no access rules',
  leaderUnavailable: 'Partition 3 of topic "ordrs" has no leader',
  groupUnknown: 'Consumer group "readers" does not exist',
  groupIncompatible: 'The members of consumer group "readers" share their partitions',
  recordTooLarge: 'A record is larger than the cluster accepts',
  versionUnsupported: 'This cluster cannot do that: its broker offers Fetch in versions 0–3',
  transactionExpired: 'The cluster has ended this transaction, as it does after 15 minutes',
  brokerError: 'The broker refused: words of the broker (SOME_ERROR)',
  corruptBatch: 'Records arrived damaged',
  codecUnsupported: 'Records are compressed in a way',
  filterInvalid: 'The filter cannot be understood',
  filterTooSlow: 'The filter was stopped',
  javaMissing: 'No Java was found',
  javaTooOld: 'Java 11 was found, but Kafka needs Java 17',
  portInUse: 'Port 9092 is in use',
  localBrokerFailed: 'The local Kafka broker did not start: the disk is full.',
  inputInvalid: 'A message of its own',
  confirmationNeeded: 'A message of its own',
  clusterReadOnly: 'The cluster "prod" is marked as read-only',
  fileUnwritable: '/data/out.csv could not be written',
  groupHasMembers: 'A message of its own',
  notSupportedYet: 'A message of its own',
  internal: 'Something went wrong in Workbench for Apache Kafka: A message of its own.',
};
const details = {
  address,
  bootstrap: 'boot:1',
  advertised: 'kafka:9092',
  broker: 7,
  topic: 'ordrs',
  partition: 3,
  group: 'readers',
  api: 'Fetch',
  theirs: '0–3',
  ours: '4–11',
  error: 'SOME_ERROR',
  text: 'words of the broker',
  found: 11,
  needed: 17,
  port: 9092,
  cause: 'the disk is full',
  cluster: 'prod',
  path: '/data/out.csv',
  minutes: 15,
};

describe('an error as the user reads it', () => {
  for (const [reason, beginning] of Object.entries(golden)) {
    it(`tells ${reason} in whole sentences`, () => {
      const error = new KafkaError(reason as KafkaErrorReason, 'A message of its own', { details });
      const { text } = toUserError(error, english);
      assert.ok(text.startsWith(beginning), text);
      assert.doesNotMatch(text, /\{\d+\}|undefined|\.\./);
    });
    it(`tells ${reason} even when nothing more is known`, () => {
      const error = new KafkaError(reason as KafkaErrorReason, 'A message of its own');
      assert.doesNotMatch(toUserError(error, english).text, /\{\d+\}|undefined/);
    });
  }
  it('names both addresses and advertised.listeners when brokers send clients elsewhere', () => {
    const { text } = toUserError(new KafkaError('advertisedUnreachable', '', { details }), english);
    assert.match(text, /boot:1.*kafka:9092.*advertised\.listeners/);
  });
  it("quotes the broker's own words", () => {
    const error = brokerError(38, { topic: 't', text: 'only 1 broker(s) are registered' });
    assert.match(toUserError(error, english).text, /The broker says: only 1 broker/);
  });
  it('names the missing right by topic or group', () => {
    const text = (code: number, where: object) =>
      toUserError(brokerError(code, where), english).text;
    assert.match(text(29, { topic: 'secret' }), /topic "secret": an ACL is missing/);
    assert.match(text(30, { group: 'readers' }), /consumer group "readers": an ACL is missing/);
    assert.match(text(31, {}), /on this cluster: an ACL is missing/);
  });
  it("names an error that we have no sentence for by Kafka's name", () => {
    assert.match(toUserError(brokerError(84), english).text, /ELECTION_NOT_NEEDED/);
    assert.match(toUserError(brokerError(999), english).text, /ERROR_999/);
  });
  it('does not hide an error that is none of ours', () => {
    const { text, actions } = toUserError(new TypeError('x is not a function'), english);
    assert.match(text, /x is not a function/);
    assert.deepEqual(actions, ['showLog']);
  });
  it('calls cancellation by its name', () => {
    const abort = new DOMException('aborted', 'AbortError');
    assert.deepEqual(toUserError(abort, english), { text: 'Cancelled.', actions: [] });
  });
});
