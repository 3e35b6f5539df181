import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { english } from '../../../src/messages/translate.ts';
import { groupStartSentence } from '../../../src/vscode/tail/groupStartSentence.ts';

const read = (partition: number, { topic = 'orders', clamped = false } = {}) => ({
  ...{ topic, partition, clamped },
});
const committed = (...partitions: number[]) =>
  new Map([['orders', new Map(partitions.map((partition) => [partition, 5n]))]]);
const say = (of: Parameters<typeof groupStartSentence>[1], ...reads: ReturnType<typeof read>[]) =>
  groupStartSentence('billing', of, reads, english);

describe('what is said of a read from where a group stands', () => {
  it('is nothing where it begins there in all partitions', () => {
    assert.equal(say(committed(0, 1), read(0), read(1)), undefined);
  });

  it('names the partitions in which nothing is committed, or says that it is all of them', () => {
    assert.equal(
      say(committed(1), read(0), read(1), read(2), read(3), read(4)),
      'The group “billing” has committed nothing in some partitions (0, 2-4): they are read from their beginning, as with auto.offset.reset=earliest.',
    );
    assert.equal(
      say(committed(), read(0), read(1)),
      'The group “billing” has committed nothing here: everything is read from the beginning, as with auto.offset.reset=earliest.',
    );
  });

  it('names the partitions in which the next record was deleted, with their topics where there are several', () => {
    const both = new Map([...committed(0, 2), ['users', new Map<number, bigint>()]]);
    assert.equal(
      say(both, read(0, { clamped: true }), read(2), read(1, { topic: 'users' })),
      'The group “billing” has committed nothing in some partitions (users[1]): they are read from their beginning, as with auto.offset.reset=earliest. ' +
        'What the group “billing” was to read next in some partitions (orders[0]) is not there any more: reading began at the nearest record.',
    );
  });
});
