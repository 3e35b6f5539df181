import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Needle } from '../../../src/core/filter/needle.ts';
import { nodeSearch } from '../../../src/kafka/read/nodeSearch.ts';

const needle = (text: string) => new Needle(Buffer.from(text), nodeSearch);

describe('Needle', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 400 });
  const sought = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'é'),
    minLength: 1,
    maxLength: 5,
  });

  it('finds every place that the plain search finds, whatever byte it chose to look for', () => {
    fc.assert(
      fc.property(text, text, sought, (first, second, wanted) => {
        const one = needle(wanted);
        // The first bytes decide on the anchor; others follow.
        for (const haystack of [Buffer.from(first), Buffer.from(second)]) {
          for (let from = 0; from <= haystack.length; from++) {
            assert.equal(one.find(haystack, from), haystack.indexOf(wanted, from));
          }
        }
      }),
    );
  });

  it('looks for the byte that is rare in what it sees first', () => {
    const looked: string[] = [];
    const one = new Needle(Buffer.from('aaxa'), (bytes, tail, from) => {
      looked.push(Buffer.from(tail).toString());
      return nodeSearch(bytes, tail, from);
    });
    assert.equal(one.find(Buffer.from('aaaaaaaaaxa'), 0), 7);
    assert.deepEqual(looked, ['xa']);
  });

  it('gives up an anchor that turns out to be everywhere', () => {
    const tails = new Set<string>();
    const one = new Needle(Buffer.from('ba'), (bytes, tail, from) => {
      tails.add(Buffer.from(tail).toString());
      return nodeSearch(bytes, tail, from);
    });
    assert.equal(one.find(Buffer.from('bbbbb'), 0), -1);
    assert.equal(one.find(Buffer.from('a'.repeat(100_000) + 'ba'), 0), 100_000);
    assert.deepEqual([...tails], ['a', 'ba']);
  });
});
