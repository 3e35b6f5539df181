import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextSort, sortedPlaces, type SortValue } from '../../../webview/notebook/sortedPlaces.ts';

const sorted = (values: readonly SortValue[], descending = false): SortValue[] =>
  sortedPlaces(values, descending, 'en').map((place) => values[place] ?? null);

describe('the rows of a result, sorted', () => {
  it('stand by their numbers, every digit of them, with null at the end whichever the direction', () => {
    const values = [9007199254740993n, 10, null, 9007199254740992n, -1, 9];
    const rising = [-1, 9, 10, 9007199254740992n, 9007199254740993n];
    assert.deepEqual(sorted(values), [...rising, null]);
    assert.deepEqual(sorted(values, true), [...rising.toReversed(), null]);
  });

  it('stand by their texts as the language sorts them, numbers within them as numbers and before them', () => {
    const values = ['topic-10', 'Äpfel', 'topic-9', 'Zoo', 7, 'apfel'];
    assert.deepEqual(sorted(values), [7, 'apfel', 'Äpfel', 'topic-9', 'topic-10', 'Zoo']);
  });

  it('stay as they came where they are equal', () => {
    assert.deepEqual(sortedPlaces(['b', 'a', 'b', 'a'], false, 'en'), [1, 3, 0, 2]);
    assert.deepEqual(sortedPlaces(['b', 'a', 'b', 'a'], true, 'en'), [0, 2, 1, 3]);
  });

  it('rise, then fall, then stand as they came, each time a title is pressed', () => {
    const rising = nextSort(2, undefined);
    const falling = nextSort(2, rising);
    assert.deepEqual(rising, { column: 2, descending: false });
    assert.deepEqual(falling, { column: 2, descending: true });
    assert.equal(nextSort(2, falling), undefined);
    assert.deepEqual(nextSort(1, falling), { column: 1, descending: false });
  });
});
