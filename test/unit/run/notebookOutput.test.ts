import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { markdownCode, markdownText } from '../../../src/messages/markdownText.ts';
import { notebookMarkdown } from '../../../src/messages/notebookMarkdown.ts';
import { outputMarkdown, outputPlainText } from '../../../src/messages/outputText.ts';
import { english } from '../../../src/messages/translate.ts';
import type { NotebookOutput } from '../../../src/protocol/notebookOutput.ts';
import type { BlockResult, ReadRecord } from '../../../src/run/blockResult.ts';
import { resultOutput } from '../../../src/run/output/resultOutput.ts';
import { resultDetails } from '../../../src/run/resultDetails.ts';

const record = (part: Partial<ReadRecord> = {}): ReadRecord => ({
  topic: 'users',
  partition: 0,
  offset: '9007199254740993',
  timestamp: 1_700_000_000_000,
  key: 'k',
  value: 'v',
  headers: [],
  ...part,
});
const consumed = (
  records: readonly ReadRecord[],
  part: Partial<BlockResult> = {},
): BlockResult => ({
  ...{ block: 0, kind: 'CONSUMER', line: 0, ok: true, ms: 12, records },
  ...part,
});
const outputOf = (result: BlockResult, newest = false): NotebookOutput =>
  resultOutput(result, { cluster: 'Local', newest }, english, 'en');

describe('the output of a cell', () => {
  it('tells null, tombstone, empty and binary apart', () => {
    const { table } = outputOf(
      consumed([
        record({ key: null, value: null }),
        record({ value: null }),
        record({ key: '', value: { base64: Buffer.from([255, 0]).toString('base64') } }),
        record({ value: 'null' }),
      ]),
    );
    assert.ok(table?.kind === 'records');
    assert.deepEqual(
      table.rows.map(({ key, value }) => [key.kind, value.kind, value.text]),
      [
        ['null', 'null', ''],
        ['text', 'tombstone', ''],
        ['empty', 'binary', 'ff00'],
        ['text', 'text', 'null'],
      ],
    );
  });

  it('is bounded in rows and in what a cell holds, and says what is missing', () => {
    const records = Array.from({ length: 1000 }, (_, n) =>
      record({ offset: String(n), value: 'x'.repeat(100_000) }),
    );
    const output = outputOf(consumed(records, { truncated: true }));
    assert.equal(output.table?.rows.length, 200);
    assert.equal(output.more, 'The first 200 of more than 1,000 records are shown.');
    assert.ok(JSON.stringify(output).length < 250_000);
    const live = outputOf(consumed(records), true);
    assert.ok(live.table?.kind === 'records');
    assert.equal(live.table.rows.at(-1)?.offset, '999');
    assert.equal(live.more, 'The newest 200 records are shown.');
  });

  it('links to the tail view at the record, or at the time of the oldest one', () => {
    const one = outputOf(consumed([record({ partition: 2, offset: '7' })]));
    assert.deepEqual(one.link?.plan, {
      from: { kind: 'offset', partition: 2, offset: '7' },
      partitions: [2],
    });
    const two = outputOf(
      consumed([record({ timestamp: 20 }), record({ partition: 1, timestamp: 10 })]),
    );
    assert.deepEqual(two.link?.plan, { from: { kind: 'time', timestampMs: 10 } });
    assert.equal(outputOf(consumed([])).link, undefined);
  });

  it('shows the rows of anything else, and no table for one written record', () => {
    const base = { block: 0, line: 0, ok: true, ms: 3 } as const;
    const shown = outputOf({ ...base, kind: 'SHOW', rows: [{ topic: 'a', partitions: 3 }] });
    assert.deepEqual(shown.table, {
      kind: 'rows',
      columns: ['topic', 'partitions'],
      rows: [['a', 3]],
    });
    const preview = outputOf({ ...base, kind: 'TOPIC', plan: 'This creates it.' });
    assert.deepEqual(
      [preview.summary, preview.message],
      ['✓ nothing was done · 3 ms', 'This creates it.'],
    );
    const place = { topic: 't', partition: 1, offset: '5' };
    const written = outputOf({ ...base, kind: 'PRODUCER', records: [place] });
    assert.deepEqual([written.summary, written.table], ['✓ t[1]@5 · 3 ms', undefined]);
  });

  it('lists by line which records a run lost, as a table and in both texts', () => {
    const output = outputOf({
      ...{ block: 0, kind: 'PRODUCER', line: 0, ok: false, ms: 3 },
      ...{ count: 399, refused: 1, unknown: 3 },
      ranges: [{ topic: 't', partition: 0, firstOffset: '0', lastOffset: '398', count: 399 }],
      lost: [
        { state: 'refused', first: 149, last: 149, firstLine: 150, message: 'Too large.' },
        {
          state: 'unknown',
          first: 400,
          last: 402,
          firstLine: 401,
          lastLine: 403,
          message: 'Gone.',
        },
        { state: 'notSent', first: 403, firstLine: 404 },
      ],
      error: { reason: 'recordTooLarge', short: 'too large', message: 'Too large.', line: 150 },
    });
    assert.deepEqual(output.lost, {
      kind: 'rows',
      columns: ['state', 'lines', 'records', 'why'],
      rows: [
        ['refused', '150', '149', 'Too large.'],
        ['unknown', '401–403', '400–402', 'Gone.'],
        ['not sent', '404…', '403…', ''],
      ],
    });
    assert.deepEqual(outputMarkdown(output).split('\n\n'), [
      '✗ 399 written, 1 refused, 3 unknown: line 150: too large',
      'Too large.',
      '| state | lines | records | why |\n| --- | --- | --- | --- |\n| `refused` | `150` | `149` | `Too large.` |\n| `unknown` | `401–403` | `400–402` | `Gone.` |\n| `not sent` | `404…` | `403…` |  |',
      '| topic | partition | firstOffset | lastOffset | count |\n| --- | --- | --- | --- | --- |\n| `t` | 0 | `0` | `398` | 399 |',
    ]);
    assert.match(outputPlainText(output), /\nunknown\t401–403\t400–402\tGone\.\n/);
  });

  it('says where a run lost more than is listed', () => {
    const result: BlockResult = {
      ...{ block: 0, kind: 'PRODUCER', line: 0, ok: false, ms: 3, refused: 2 },
      lost: [{ state: 'refused', first: 149, last: 149, firstLine: 150, message: 'Too large.' }],
      error: { reason: 'recordTooLarge', short: 'too large', message: 'Too large.', line: 150 },
    };
    const sentence =
      'More records were lost than are listed, so that what was not written cannot be sent by itself.';
    assert.equal(outputOf(result).message, `Too large. ${sentence}`);
    assert.ok(resultDetails(result, english).includes(`\n\n${sentence}`));
    assert.equal(outputOf({ ...result, refused: 1 }).message, 'Too large.');
  });
});

describe('a notebook as Markdown', () => {
  it('has texts, blocks and the tables of their results', () => {
    const output = outputOf(
      consumed([
        record({ value: 'a|b `c`', headers: [['h', 'x']] }),
        record({ key: null, value: { base64: '/wA=' } }),
      ]),
    );
    assert.equal(
      notebookMarkdown([
        { markdown: true, text: '# Title\n\nWords.\n', outputs: [] },
        { markdown: false, text: 'CONSUMER\ntopic: users', outputs: [output] },
        { markdown: false, text: 'SHOW topics', outputs: [] },
      ]),
      [
        '# Title\n\nWords.\n',
        '```kafka-scratch\nCONSUMER\ntopic: users\n```\n',
        '✓ 2 records · 12 ms\n',
        '| Timestamp | Partition | Offset | Key | Value | Headers |',
        '| --- | --- | --- | --- | --- | --- |',
        '| 2023-11-14T22:13:20.000Z | 0 | 9007199254740993 | `k` | `` a\\|b `c` `` | `h=x` |',
        '| 2023-11-14T22:13:20.000Z | 0 | 9007199254740993 | *null* | *binary 2 B* `ff00` |  |\n',
        '```kafka-scratch\nSHOW topics\n```\n',
      ].join('\n'),
    );
  });

  it('keeps every value on its line and in its column', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (value, key) => {
        const output = outputOf(consumed([record({ value, key })]));
        const rows = outputMarkdown(output).split('\n').slice(2);
        assert.equal(rows.length, 3);
        for (const row of rows) {
          const bars = row.replaceAll(/\\[^\w\s]/g, '').match(/\|/g);
          assert.equal(bars?.length, 6, row);
        }
        assert.equal(outputPlainText(output).split(/[\r\n]/).length, 3);
      }),
    );
  });

  it('fetches nothing and runs nothing for a record’s sake', () => {
    const hostile = '![x](https://example.com/a.png) <img src=x onerror=alert(1)> [a](command:b)';
    assert.equal(markdownCode(hostile), `\`${hostile}\``);
    assert.doesNotMatch(markdownText(hostile), /(?<!\\)[[\]<>!]/);
  });

  it('lets no block end its fence', () => {
    const text = notebookMarkdown([{ markdown: false, text: 'PRODUCER\n```\nx', outputs: [] }]);
    assert.equal(text, '````kafka-scratch\nPRODUCER\n```\nx\n````\n');
  });
});
