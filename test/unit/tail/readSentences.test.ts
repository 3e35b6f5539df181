import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { english } from '../../../src/messages/translate.ts';
import { failedSentence } from '../../../src/vscode/tail/readSentences.ts';

const failures = {
  count: 12_345,
  first: { partition: 3, offset: 67_890n, message: 'no such field' },
};

describe('sentences about a read', () => {
  it('write numbers as the language that is handed in does, and offsets as they are', () => {
    assert.equal(
      failedSentence(failures, english, 'de'),
      'The expression failed on 12.345 records, which count as no match; the first at partition 3, offset 67890: no such field',
    );
    assert.match(failedSentence(failures, english, 'en'), /on 12,345 records/);
  });
});
