import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHeaderLine } from '../../../src/core/headerLine.ts';

describe('headers typed in one line', () => {
  it('keeps order and duplicates', () => {
    assert.deepEqual(parseHeaderLine('a=1, b=2, a=3'), {
      headers: [
        ['a', '1'],
        ['b', '2'],
        ['a', '3'],
      ],
    });
  });

  it('lets a value hold = and an escaped comma', () => {
    assert.deepEqual(parseHeaderLine('q=a=b\\, c'), { headers: [['q', 'a=b, c']] });
  });

  it('takes an empty value and an empty line', () => {
    assert.deepEqual(parseHeaderLine('a='), { headers: [['a', '']] });
    assert.deepEqual(parseHeaderLine('  '), { headers: [] });
  });

  it('names the piece that is not name=value', () => {
    assert.deepEqual(parseHeaderLine('a=1, nonsense'), { part: 'nonsense' });
    assert.deepEqual(parseHeaderLine('=1'), { part: '=1' });
  });
});
