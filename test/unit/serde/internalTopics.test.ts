import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { internalTopicDecoder } from '../../../src/core/serde/decoders/builtinDecoders.ts';
import type { RecordPart } from '../../../src/core/serde/decoder.ts';

/** The text that bytes in hex stand for, or the problem. */
function read(topic: string, part: RecordPart, hex: string): string {
  const bytes = Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
  const limits = { part, maxBytes: 1 << 20, maxChars: 1 << 20 };
  const found = internalTopicDecoder(topic)?.decode(bytes, limits) ?? assert.fail('no decoder');
  return found.ok ? found.text : JSON.stringify(found.problem);
}
const offsets = (part: RecordPart, hex: string) => read('__consumer_offsets', part, hex);

const eight = '0000000000000008';
const time = '0000019000000000';

describe('records of __consumer_offsets', () => {
  const cases: readonly (readonly [what: string, part: RecordPart, hex: string, text: string])[] = [
    [
      'a commit’s key',
      'key',
      '0001 0001 67 0002 c3bc 00000003',
      '{"type":1,"data":{"group":"g","topic":"ü","partition":3}}',
    ],
    [
      'a member’s key',
      'key',
      '0005 0001 67 0001 6d',
      '{"type":5,"data":{"groupId":"g","memberId":"m"}}',
    ],
    [
      'a commit with its time of expiry',
      'value',
      `0001 ${eight} 0000 ${time} ${eight}`,
      '{"version":1,"data":{"offset":8,"metadata":"","commitTimestamp":1717986918400,"expireTimestamp":8}}',
    ],
    [
      'an offset beyond 2^53, before the first epoch',
      'value',
      `0003 7fffffffffffffff ffffffff 0001 6d ${time}`,
      '{"version":3,"data":{"offset":9223372036854775807,"leaderEpoch":-1,"metadata":"m","commitTimestamp":1717986918400}}',
    ],
    [
      'a commit with a topic’s id, and a tagged field of the future',
      'value',
      `0004 ${eight} 00000002 01 ${time} 02 00 10 000102030405060708090a0b0c0d0eff 07 02 abcd`,
      '{"version":4,"data":{"offset":8,"leaderEpoch":2,"metadata":"","commitTimestamp":1717986918400,"topicId":"AAECAwQFBgcICQoLDA0O_w"}}',
    ],
    [
      'a group without members',
      'value',
      `0003 0008 636f6e73756d6572 00000005 ffff ffff ${time} 00000000`,
      '{"version":3,"data":{"protocolType":"consumer","generation":5,"protocol":null,"leader":null,"currentStateTimestamp":1717986918400,"members":[]}}',
    ],
    [
      'a group with a member',
      'value',
      `0003 0001 63 00000001 0001 70 0001 6d ${time} 00000001 0001 6d ffff 0001 69 0001 68 0000000a 0000000b 00000001 ff 00000000`,
      '{"version":3,"data":{"protocolType":"c","generation":1,"protocol":"p","leader":"m","currentStateTimestamp":1717986918400,"members":[{"memberId":"m","groupInstanceId":null,"clientId":"i","clientHost":"h","rebalanceTimeout":10,"sessionTimeout":11,"subscription":"/w==","assignment":""}]}}',
    ],
    ['a type that is not known', 'key', '0063 0001 67', '{"kind":"invalid","at":0}'],
    ['a version that is not known', 'value', `0005 ${eight}`, '{"kind":"invalid","at":0}'],
    ['a negative version', 'value', `ffff ${eight}`, '{"kind":"invalid","at":0}'],
    ['a key with more behind it', 'key', '0002 0001 67 00', '{"kind":"trailing","at":5}'],
    ['a key that is cut', 'key', '0001 0001 67 0005 61', '{"kind":"endsEarly","at":8}'],
    ['a name that cannot be null', 'key', '0002 ffff', '{"kind":"invalid","at":4}'],
    [
      'the new protocol’s epoch of a group',
      'value',
      '0000 00000001 00',
      '{"kind":"endsEarly","at":7}',
    ],
  ];
  for (const [what, part, hex, text] of cases) {
    it(`are read: ${what}`, () => assert.equal(offsets(part, hex), text));
  }

  it('are refused, not trusted, whatever they say of their length', () => {
    assert.equal(
      offsets('value', `0004 ${eight} 00000002 ffffffff0f`),
      '{"kind":"endsEarly","at":19}',
    );
    assert.equal(
      offsets('value', `0004 ${eight} 00000002 ffffffffffff`),
      '{"kind":"invalid","at":19}',
    );
    const members = `0003 0001 63 00000001 ffff ffff ${time} 7fffffff`;
    assert.equal(offsets('value', members), '{"kind":"utf8"}');
    assert.equal(offsets('key', '0002 0002 c328'), '{"kind":"utf8"}');
  });
});

describe('records of __transaction_state', () => {
  it('are read: an id, and a transaction of either layout', () => {
    const state = (part: RecordPart, hex: string) => read('__transaction_state', part, hex);
    assert.equal(state('key', '0000 0002 7478'), '{"type":0,"data":{"transactionalId":"tx"}}');
    assert.equal(
      state('value', `0000 ${eight} 0001 0000ea60 00 ffffffff ${time} ffffffffffffffff`),
      '{"version":0,"data":{"producerId":8,"producerEpoch":1,"transactionTimeoutMs":60000,"transactionStatus":0,"transactionPartitions":null,"transactionLastUpdateTimestampMs":1717986918400,"transactionStartTimestampMs":-1}}',
    );
    assert.equal(
      state(
        'value',
        `0001 ${eight} 0001 0000ea60 01 02 02 74 03 00000000 00000001 00 ${time} ${time} 01 02 02 0002`,
      ),
      '{"version":1,"data":{"producerId":8,"producerEpoch":1,"transactionTimeoutMs":60000,"transactionStatus":1,"transactionPartitions":[{"topic":"t","partitionIds":[0,1]}],"transactionLastUpdateTimestampMs":1717986918400,"transactionStartTimestampMs":1717986918400,"clientTransactionVersion":2}}',
    );
  });
});

describe('an internal topic’s decoder', () => {
  it('is total, and there is one for no other topic', () => {
    assert.equal(internalTopicDecoder('orders'), undefined);
    assert.equal(internalTopicDecoder('toString'), undefined);
    fc.assert(
      fc.property(
        fc.constantFrom('__consumer_offsets', '__transaction_state'),
        fc.constantFrom('key', 'value') as fc.Arbitrary<RecordPart>,
        fc.nat(5),
        fc.uint8Array({ maxLength: 80 }),
        (topic, part, version, rest) => {
          const hex = Buffer.from([0, version, ...rest]).toString('hex');
          assert.ok(read(topic, part, hex).startsWith('{'));
        },
      ),
    );
  });
});
