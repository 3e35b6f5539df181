import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { Partitioner } from '../../../src/kafka/produce/partitioner.ts';

const key = (text: string) => ({ key: Buffer.from(text), value: null });
const keyless = (bytes: number) => ({ key: null, value: Buffer.alloc(bytes) });

describe('the partitioner', () => {
  it('gives one key one partition, with a leader or without', () => {
    const partitioner = new Partitioner('t', 6, [0]);
    const chosen = new Set(Array.from({ length: 20 }, () => partitioner.choose(key('user-17'))));
    assert.deepEqual([...chosen], [1149718380 % 6]);
  });
  it('hashes an empty key, which is not the same as none', () => {
    assert.equal(new Partitioner('t', 100, [0]).choose(key('')), 275646681 % 100);
  });
  it('keeps records without a key together for a while, then moves on', () => {
    const partitioner = new Partitioner('t', 3, [0, 1, 2]);
    const chosen = Array.from({ length: 60 }, () => partitioner.choose(keyless(1000)));
    const moves = chosen.filter((partition, index) => index > 0 && partition !== chosen[index - 1]);
    assert.equal(moves.length, 3);
  });
  it('sends records without a key only where there is a leader', () => {
    const partitioner = new Partitioner('t', 3, [2]);
    for (let n = 0; n < 50; n++) assert.equal(partitioner.choose(keyless(20_000)), 2);
  });
  it('takes the partition asked for, and refuses one that is not there', () => {
    const partitioner = new Partitioner('t', 3, [0, 1, 2]);
    assert.equal(partitioner.choose({ ...key('user-17'), partition: 2 }), 2);
    for (const partition of [3, -1, 1.5, Number.NaN]) {
      assert.throws(
        () => partitioner.choose({ ...key('user-17'), partition }),
        (error) => error instanceof KafkaError && error.reason === 'partitionUnknown',
      );
    }
  });
});
