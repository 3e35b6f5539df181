import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tailStrings } from '../../../src/messages/tailStrings.ts';
import { english } from '../../../src/messages/translate.ts';

describe('tailStrings', () => {
  it('leaves the placeholders to the page', () => {
    const strings = tailStrings(english);
    assert.equal(strings.newRecords, '{0} new');
    assert.equal(strings.partitionPosition, 'Partition {0}: at {1} of {2}, {3} behind');
  });

  it('asks the translator for every text', () => {
    const strings = tailStrings((message) => `«${message}»`);
    const { filterKinds, filterHints, forms, ...others } = strings;
    for (const texts of [filterKinds, filterHints, forms, others]) {
      for (const [name, text] of Object.entries<string>({ ...texts })) {
        assert.match(text, /^«.+»$/, name);
      }
    }
  });
});
