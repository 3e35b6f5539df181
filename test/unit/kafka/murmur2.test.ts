import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { murmur2, partitionOfKey } from '../../../src/core/batch/murmur2.ts';

/** From `org.apache.kafka.common.utils.Utils.murmur2` of kafka-clients 4.3.1. */
const fromJava: readonly (readonly [string, number])[] = [
  ['', 275646681],
  ['a', -1563381124],
  ['ab', 316155434],
  ['abc', 479470107],
  ['abcd', -1323649548],
  ['user-17', 1149718380],
  ['Kafka', 824573139],
  ['ключ', 2122343024],
  ['0123456789abcdef0', 1856781438],
  ['\u0000\uffff', 1759004653],
];

describe('murmur2', () => {
  for (const [text, hash] of fromJava) {
    it(`hashes ${JSON.stringify(text)} as Java does`, () => {
      assert.equal(murmur2(Buffer.from(text)), hash);
    });
  }
  it('hashes every byte value as Java does', () => {
    assert.equal(murmur2(Uint8Array.from({ length: 256 }, (_none, byte) => byte)), -1948347274);
  });
  it('gives a partition that is never negative', () => {
    assert.equal(partitionOfKey(Buffer.from('a'), 3), (-1563381124 & 0x7fffffff) % 3);
  });
});
