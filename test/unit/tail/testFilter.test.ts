import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { english } from '../../../src/messages/translate.ts';
import type { TailFilter } from '../../../src/protocol/tailPlan.ts';
import { celNames } from '../../../src/vscode/tail/fields/celNames.ts';
import { namedFields } from '../../../src/vscode/tail/fields/namedFields.ts';
import { testFilter } from '../../../src/vscode/tail/testFilter.ts';
import { batchWith } from '../filter/filtering.ts';

const batch = batchWith([
  { key: 'u-0', value: '{"total":1}' },
  {
    key: 'u-4',
    value: '{"total":3.5,"id":9007199254740993,"items":[{"sku":"KF"}]}',
    headers: [['trace-id', 'abc']],
  },
]);
const test = (filter: TailFilter) => testFilter(filter, batch, 1, english);
const cel = (text: string) => test({ kind: 'expression', text });

describe('a filter that is tried on one record', () => {
  it('says whether it matches, and what was compared, with every digit', async () => {
    assert.deepEqual(await cel('value.total > 100.0'), {
      matched: false,
      why: 'value.total = 3.5',
    });
    assert.deepEqual(await cel('value.id == 9007199254740993 && headers["trace-id"] == "abc"'), {
      matched: true,
      why: 'value.id = 9007199254740993 · header.trace-id = abc',
    });
    assert.deepEqual(await cel('key.startsWith("u-5") || partition == 3'), {
      matched: true,
      why: 'partition = 3',
    });
  });

  it('says what went wrong in it', async () => {
    const { matched, why } = await cel('value.missing > 3');
    assert.equal(matched, false);
    assert.match(why, /^it fails: .*missing/);
  });

  it('shows the whole key, or key and value, or the headers, where it looks at those', async () => {
    assert.deepEqual(await test({ kind: 'key', text: 'u-5' }), {
      matched: false,
      why: 'key = u-4',
    });
    assert.match((await test({ kind: 'text', text: 'KF' })).why, /^key = u-4 · value = \{"total/);
    assert.deepEqual(await test({ kind: 'header', text: 'trace-id=abc' }), {
      matched: true,
      why: 'trace-id=abc',
    });
  });
});

describe('the names in an expression', () => {
  it('are offered as CEL writes them', () => {
    const fields = [
      'value.total',
      'value.items[0].sku',
      'value["a.b"]',
      'header.trace-id',
      'key.id',
    ];
    assert.deepEqual(celNames(fields).slice(7), [
      'value.total',
      'value.items[0].sku',
      'value["a.b"]',
      'headers["trace-id"]',
      'key.id',
    ]);
  });

  it('are left out where their names have escapes that only CEL has, and nothing fails', () => {
    const expression = 'value["\\x41"] == 1 && value["b\\"c"] == 2';
    assert.deepEqual([...namedFields(expression).keys()], ['value["b\\"c"]']);
  });

  it('are found without the functions that are called on them', () => {
    const expression =
      'value.items[0].sku.startsWith("K") && headers["x"] != "" && size(key.id) > 1';
    assert.deepEqual(
      [...namedFields(expression).keys()],
      ['value.items[0].sku', 'header.x', 'key.id'],
    );
  });
});
