import type { Decoder } from '../decoder.ts';
import { typedRecord, versionedRecord, type Field, type Layout } from './brokerRecord.ts';
import { structured } from './structured.ts';

const text = (name: string): Field => ({ name, type: 'string' });

const ofGroup = [text('groupId')];
const ofMember = [...ofGroup, text('memberId')];
const ofCommit: readonly Field[] = [
  text('group'),
  text('topic'),
  { name: 'partition', type: 'int32' },
];

/** What keys hold, by their type (`CoordinatorRecordType` of Kafka 4.3). */
const keys: Readonly<Record<number, readonly Field[]>> = {
  0: ofCommit,
  1: ofCommit,
  2: [text('group')],
  // A consumer group of the new protocol.
  3: ofGroup,
  4: ofGroup,
  5: ofMember,
  6: ofGroup,
  7: ofMember,
  8: ofMember,
  16: [...ofGroup, text('regularExpression')],
  // A share group.
  10: ofMember,
  11: ofGroup,
  12: ofGroup,
  13: ofMember,
  14: ofMember,
  15: ofGroup,
  // A streams group.
  17: ofGroup,
  19: ofMember,
  20: ofGroup,
  21: ofMember,
  22: ofMember,
  23: ofGroup,
};

/** `OffsetCommitValue` */
const commit: Layout = {
  newest: 4,
  flexibleSince: 4,
  fields: [
    { name: 'offset', type: 'int64' },
    { name: 'leaderEpoch', type: 'int32', since: 3 },
    text('metadata'),
    { name: 'commitTimestamp', type: 'int64' },
    { name: 'expireTimestamp', type: 'int64', since: 1, until: 1 },
    { name: 'topicId', type: 'uuid', since: 4, tag: 0 },
  ],
};

/** `GroupMetadataValue`: a classic group with its members. */
const group: Layout = {
  newest: 4,
  flexibleSince: 4,
  fields: [
    text('protocolType'),
    { name: 'generation', type: 'int32' },
    { name: 'protocol', type: 'string', nullable: true },
    { name: 'leader', type: 'string', nullable: true },
    { name: 'currentStateTimestamp', type: 'int64', since: 2 },
    {
      name: 'members',
      type: {
        list: [
          text('memberId'),
          { name: 'groupInstanceId', type: 'string', nullable: true, since: 3 },
          text('clientId'),
          text('clientHost'),
          { name: 'rebalanceTimeout', type: 'int32', since: 1 },
          { name: 'sessionTimeout', type: 'int32' },
          { name: 'subscription', type: 'bytes' },
          { name: 'assignment', type: 'bytes' },
        ],
      },
    },
  ],
};

const name = 'consumer-offsets';

const key = structured(name, typedRecord(keys));
const commitValue = structured(name, versionedRecord(commit));
const groupValue = structured(name, versionedRecord(group));

/**
 * Records of the topic `__consumer_offsets`, in the words of the formatters of Kafka's console consumer. What a value
 * is its key tells; the two kinds that are read here never fit each other's bytes. Values of groups of the new
 * protocols, which are neither, are refused.
 */
export const consumerOffsetsDecoder: Decoder = {
  name,
  decode: (bytes, limits) => {
    if (limits.part === 'key') return key.decode(bytes, limits);
    const committed = commitValue.decode(bytes, limits);
    if (committed.ok && !committed.truncated) return committed;
    const described = groupValue.decode(bytes, limits);
    return described.ok ? described : committed;
  },
};
