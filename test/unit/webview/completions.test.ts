import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completions, nameBefore } from '../../../webview/tail/completions.ts';

const names = [
  'key',
  'value',
  'headers',
  'value.total',
  'value.items[0].sku',
  'headers["trace-id"]',
];

describe('the names that are offered in an expression', () => {
  it('are those that begin like what is typed, then those that hold it', () => {
    assert.deepEqual(completions(names, 'value.'), ['value.total', 'value.items[0].sku']);
    assert.deepEqual(completions(names, 'SKU'), ['value.items[0].sku']);
  });

  it('are none where nothing is being typed, or a name stands there whole', () => {
    assert.deepEqual(completions(names, ''), []);
    assert.deepEqual(completions(names, 'value'), []);
  });

  it('take the place of the name before the caret', () => {
    assert.deepEqual(nameBefore('value.total > 3 && key.st', 25), { name: 'key.st', start: 19 });
    assert.deepEqual(nameBefore('value.items[0].s > 3', 16), {
      name: 'value.items[0].s',
      start: 0,
    });
    assert.deepEqual(nameBefore('headers["tra', 12), { name: 'headers["tra', start: 0 });
    assert.deepEqual(nameBefore('value.total > ', 14), { name: '', start: 14 });
  });
});
