import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tailStrings } from '../../../src/messages/tailStrings.ts';
import { english } from '../../../src/messages/translate.ts';
import type { TailStatus } from '../../../src/protocol/tailStatus.ts';
import { behind, stateLook, stateText } from '../../../webview/tail/readingState.ts';

const strings = tailStrings(english);

function status(change: Partial<TailStatus>): TailStatus {
  return {
    state: 'reading',
    firstRow: 0,
    endRow: 0,
    epoch: 1,
    partitions: [],
    storedBytes: 0,
    budgetBytes: 0,
    recordsPerSecond: 0,
    bytesPerSecond: 0,
    ...change,
  };
}

describe('reading state', () => {
  it('adds up what is behind, exactly, and names where', () => {
    const far = '9223372036854775807';
    assert.deepEqual(
      behind([
        { partition: 0, position: '5', end: '5' },
        { partition: 2, position: '0', end: far },
        { partition: 5, position: '7', end: '12' },
        { partition: 6, position: '9', end: '3' },
      ]),
      { records: 9223372036854775812n, partitions: ['2', '5'] },
    );
    const named = { topic: 'users', partition: 1, position: '3', end: '4' };
    assert.deepEqual(behind([named]).partitions, ['users[1]']);
  });

  it('is live at the end, and reading while there is more than a second to go', () => {
    const partitions = [{ partition: 0, position: '90', end: '100' }];
    assert.equal(stateText(status({ partitions }), true, strings), 'Reading');
    assert.equal(stateLook(status({ partitions })), 'busy');
    const fast = status({ partitions, recordsPerSecond: 50 });
    assert.equal(stateText(fast, true, strings), 'Live, following');
    assert.equal(stateText(fast, false, strings), 'Live, not following');
    assert.equal(stateLook(fast), 'live');
  });

  it('is interrupted where no partition can be read, and live where one can', () => {
    const healthy = { partition: 0, position: '5', end: '5' };
    const away = { partition: 1, position: '5', end: '5', problem: 'The broker does not answer.' };
    const none = status({ partitions: [away] });
    assert.equal(stateText(none, true, strings), 'Interrupted, trying again…');
    assert.equal(stateLook(none), 'busy');
    const one = status({ partitions: [healthy, away] });
    assert.equal(stateText(one, true, strings), 'Live, following');
    const paused = status({ partitions: [away], state: 'paused' });
    assert.equal(stateText(paused, true, strings), 'Paused');
  });

  it('says the other states in a word', () => {
    const words = (['starting', 'paused', 'stopped', 'failed'] as const).map((state) =>
      stateText(status({ state }), true, strings),
    );
    assert.deepEqual(words, ['Starting…', 'Paused', 'Stopped', 'Failed']);
  });
});
