import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordView } from '../../../../src/core/record/recordView.ts';
import { english } from '../../../../src/messages/translate.ts';
import { cellText, tabSeparated } from '../../../../src/vscode/tail/copy/cellText.ts';
import {
  collectRecords,
  maxCopiedBytes,
  maxCopiedRecords,
} from '../../../../src/vscode/tail/copy/collectRecords.ts';
import { copySentence } from '../../../../src/vscode/tail/copy/copySentence.ts';
import { eachInTurns } from '../../../../src/vscode/tail/copy/eachInTurns.ts';
import { kcatCommands } from '../../../../src/vscode/tail/copy/kcatCommands.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const { signal } = new AbortController();

function record(value: Uint8Array | null, key: Uint8Array | null = bytes('k')): RecordView {
  return {
    topic: 'orders',
    partition: 2,
    offset: 9_007_199_254_740_993n,
    timestamp: 1_763_718_067_339n,
    timestampMs: 1_763_718_067_339,
    key: () => key,
    value: () => value,
    headers: () => [
      { name: bytes('h'), value: bytes('a, b') },
      { name: bytes('h'), value: null },
    ],
  } as unknown as RecordView;
}

describe('copied cells', () => {
  it('hold what the record holds, in full', () => {
    const long = 'x'.repeat(100_000);
    assert.equal(cellText(record(bytes(long)), 'value', 'utc'), long);
    assert.equal(cellText(record(null), 'value', 'utc'), null);
    assert.equal(cellText(record(bytes('')), 'value', 'utc'), '');
    assert.equal(cellText(record(Uint8Array.of(0, 255)), 'value', 'utc'), 'AP8=');
    assert.equal(cellText(record(null), 'offset', 'utc'), '9007199254740993');
    assert.equal(cellText(record(null), 'headers', 'utc'), '[["h","a, b"],["h",null]]');
    assert.equal(cellText(record(bytes('abc')), 'size', 'utc'), '4');
    assert.equal(cellText(record(bytes('{"n":1.0}')), 'value.n', 'utc'), '1.0');
    assert.equal(cellText(record(null), 'value.n', 'utc'), undefined);
    assert.equal(cellText(record(null), 'timestamp', 'utc'), '2025-11-21T09:41:07.339Z');
    assert.equal(cellText(record(null), 'timestamp', 'epoch'), '1763718067339');
  });

  it('tell a local time with its zone', () => {
    const text = cellText(record(null), 'timestamp', 'local') ?? '';
    assert.match(text, /^2025-11-2\dT\d\d:\d\d:07\.339[+-]\d\d:\d\d$/);
    assert.equal(Date.parse(text), 1_763_718_067_339);
  });

  it('stand in a row so that null, empty, absent and text with tabs stay apart', () => {
    assert.equal(
      tabSeparated([null, '', undefined, 'null', 'a\tb', 'say "hi"', '"q"', '{"a":1}']),
      'null\t""\t\t"null"\t"a\tb"\tsay "hi"\t"""q"""\t{"a":1}',
    );
  });
});

describe('the records of a copy', () => {
  it('are taken in order, those that are gone are counted', async () => {
    const found = await collectRecords(
      [
        { first: 1, end: 3 },
        { first: 5, end: 8 },
      ],
      (row) => (row === 6 ? undefined : record(bytes(String(row)))),
      signal,
    );
    const values = found.records.map((each) => cellText(each, 'value', 'utc'));
    assert.deepEqual(values, ['1', '2', '5', '7']);
    assert.deepEqual([found.asked, found.left, found.missing], [5, 0, 1]);
  });

  it('are no more than a clipboard should hold', async () => {
    const small = record(bytes('1'));
    const many = await collectRecords([{ first: 0, end: 1_000_000 }], () => small, signal);
    assert.equal(many.records.length, maxCopiedRecords);
    assert.equal(many.left, 1_000_000 - maxCopiedRecords);
    const large = record(new Uint8Array(maxCopiedBytes));
    const one = await collectRecords([{ first: 0, end: 3 }], () => large, signal);
    assert.deepEqual([one.records.length, one.left], [1, 2]);
  });

  it('are counted as people write numbers in the language that is handed in', () => {
    const all = { records: 10_000, asked: 10_000, left: 0, missing: 0 };
    assert.equal(copySentence(all, 0, english, 'de').sentence, 'Copied 10.000 records');
  });

  it('say what was not copied, and why', () => {
    const all = { records: 3, asked: 3, left: 0, missing: 0 };
    assert.deepEqual(copySentence(all, 0, english, 'en'), {
      sentence: 'Copied 3 records',
      whole: true,
    });
    assert.deepEqual(copySentence({ ...all, records: 1, asked: 1 }, 0, english, 'en'), {
      sentence: 'Copied',
      whole: true,
    });
    assert.deepEqual(
      copySentence(
        { records: 10_000, asked: 250_000, left: 240_000, missing: 0 },
        0,
        english,
        'en',
      ),
      {
        sentence:
          'Copied 10,000 of 250,000 records. A copy holds at most 10,000 records and 16 MB; 240,000 were not copied.',
        whole: false,
      },
    );
    assert.match(
      copySentence(all, 3, english, 'en').sentence,
      /^Nothing was copied\. 3 cannot be lines/,
    );
    assert.match(
      copySentence({ ...all, missing: 1, asked: 4 }, 0, english, 'en').sentence,
      /^Copied 3 of 4 records\. 1 were not there/,
    );
  });
});

describe('the texts of a copy', () => {
  it('are made in order, in turns with whatever else there is to do', async () => {
    let turns = 0;
    const count = () => {
      turns++;
      waiting = setImmediate(count);
    };
    let waiting = setImmediate(count);
    const items = Array.from({ length: 1000 }, (_none, index) => index);
    const made = await eachInTurns(items, (item) => item * 2, signal);
    clearImmediate(waiting);
    assert.deepEqual([made.length, made[999]], [1000, 1998]);
    assert.ok(turns >= 4, `${turns} turns`);
  });

  it('are not made to the end once nobody wants them', async () => {
    const stop = new AbortController();
    let made = 0;
    const making = eachInTurns(
      Array.from({ length: 1000 }),
      () => {
        if (++made === 300) stop.abort();
      },
      stop.signal,
    );
    await assert.rejects(making, { name: 'AbortError' });
    assert.equal(made, 400);
  });
});

describe('kcat commands', () => {
  it('are taken by a shell as they stand', () => {
    assert.equal(
      kcatCommands(['a:1', '[::1]:2'], [{ topic: "it's", partition: 2, offset: 7n }]),
      "kcat -C -b 'a:1,[::1]:2' -t 'it'\\''s' -p 2 -o 7 -c 1",
    );
  });

  it('read records that follow each other at once', () => {
    const place = (partition: number, offset: bigint) => ({ topic: 't', partition, offset });
    assert.equal(
      kcatCommands(['a:1'], [place(0, 5n), place(1, 9n), place(0, 6n), place(0, 8n)]),
      'kcat -C -b a:1 -t t -p 0 -o 5 -c 2\n' +
        'kcat -C -b a:1 -t t -p 1 -o 9 -c 1\n' +
        'kcat -C -b a:1 -t t -p 0 -o 8 -c 1',
    );
  });
});
