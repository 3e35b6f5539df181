import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { english } from '../../../src/messages/translate.ts';
import {
  failedSentence,
  futureSentence,
  missingSentence,
} from '../../../src/vscode/tail/readSentences.ts';

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

  it('tell of a record that is not there, and of nothing while it may come', () => {
    const read = { partition: 1, position: 5n, end: 9n };
    const missing = (offset: string, now: Partial<typeof read> = {}) =>
      missingSentence({ partition: 1, offset }, [{ ...read, ...now }], english, 'en') ?? '';
    assert.equal(missing('5'), '');
    assert.equal(missing('8'), '');
    assert.match(missing('4'), /no record at offset 4 any more/);
    assert.match(missing('8', { position: 9n }), /offset 8 any more/);
    assert.equal(
      missing('9223372036854775807'),
      'Partition 1 has no offset 9,223,372,036,854,775,807 yet: the next record gets 9.',
    );
    assert.equal(missing('4', { partition: 0 }), '');
  });

  it('tell of a time that has not come, unless a record is of it', () => {
    const told = (timestampMs: number, ...clamped: boolean[]) =>
      futureSentence(
        { kind: 'time', timestampMs },
        clamped.map((each) => ({ clamped: each })),
        1_000,
        english,
      ) ?? '';
    assert.match(told(1_001, true, true), /has not come yet/);
    assert.equal(told(1_000, true, true), '');
    assert.equal(told(1_001, true, false), '');
    assert.equal(told(1_001), '');
    assert.equal(futureSentence({ kind: 'now' }, [{ clamped: true }], 1_000, english), undefined);
  });
});
