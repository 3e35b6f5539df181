import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ProblemError } from '../../../src/core/scratch/problemError.ts';
import { problemSentence } from '../../../src/messages/scratchProblems.ts';
import { english } from '../../../src/messages/translate.ts';
import { CsvReader } from '../../../src/run/producer/csvReader.ts';
import { LineReader } from '../../../src/run/producer/lineReader.ts';
import type { RecordMaker, RecordText } from '../../../src/run/producer/recordText.ts';
import { recordsFromCsv } from '../../../src/run/producer/recordsFromCsv.ts';
import { recordsFromJsonLines } from '../../../src/run/producer/recordsFromJsonLines.ts';
import { recordsFromLines } from '../../../src/run/producer/recordsFromLines.ts';

const made = (makers: readonly RecordMaker[]): RecordText[] =>
  makers.map((maker) => maker.make((text) => text));

/** The sentence of the problem that the work throws. */
function problemOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ProblemError);
    return problemSentence(error.problem, english);
  }
  return 'none';
}

describe('records: lines', () => {
  it('make a record of each line, empty ones too', () => {
    assert.deepEqual(made(recordsFromLines(undefined)('a\r\n\nb\n', true)), [
      { value: 'a' },
      { value: '' },
      { value: 'b' },
    ]);
  });

  it('split key and value at the first separator', () => {
    assert.deepEqual(made(recordsFromLines(':')('a:b:c\n:x', true)), [
      { key: 'a', value: 'b:c' },
      { key: '', value: 'x' },
    ]);
  });

  it('refuse a line without the separator by its number', () => {
    assert.equal(
      problemOf(() => recordsFromLines(':')('a:b\nc', true)),
      'There is no “:” on line 2 of the records.',
    );
  });
});

describe('records: jsonl', () => {
  it('take the shape of a record that was read', () => {
    const line = JSON.stringify({
      topic: 't',
      partition: 1,
      offset: '5',
      timestamp: 7,
      key: null,
      value: { base64: '/w==' },
      headers: [['a', null]],
    });
    assert.deepEqual(
      made(recordsFromJsonLines()(`${line}\n\n{"value":"x","timestamp":-1}`, true)),
      [
        {
          key: null,
          value: { base64: '/w==' },
          headers: [['a', null]],
          partition: 1,
          timestampMs: 7,
        },
        { value: 'x' },
      ],
    );
  });

  it('may be of before 1970', () => {
    const [record] = made(recordsFromJsonLines()('{"value":"x","timestamp":-315619200000}', true));
    assert.equal(record?.timestampMs, -315_619_200_000);
  });

  it('refuse everything else, and say what a record is', () => {
    const bad: readonly (readonly [line: string, sentence: RegExp])[] = [
      ['{', /^This record is not JSON: /],
      ['[]', /^A record is a JSON object, such as \{"key": "a", "value": "b"\}\.$/],
      ['{"key":"a"}', /^“value” must be a text, null or \{"base64": "…"\}\./],
      ['{"value":{"a":1}}', /^“value” .* JSON stands there as a text: "\{\\"a\\": 1\}"\.$/],
      ['{"value":"a","key":1}', /^“key” must be a text, null /],
      ['{"value":"a","headers":{"a":"b"}}', /^“headers” must be a list of pairs/],
      ['{"value":"a","partition":-1}', /^“partition” must be a whole number\.$/],
      ['{"value":"a","timestamp":"now"}', /^“timestamp” must be a whole number\.$/],
      ['{"value":"a","valeu":"b"}', /^A record has no “valeu”: it has .*key, value, headers\.$/],
    ];
    for (const [line, sentence] of bad) {
      assert.match(
        problemOf(() => made(recordsFromJsonLines()(line, true))),
        sentence,
        line,
      );
    }
  });

  it('know their lines, whatever stands between them', () => {
    const makers = recordsFromJsonLines()('{"value":"a"}\n\n{"value":"b"}', true);
    assert.deepEqual(
      makers.map(({ line }) => line),
      [1, 3],
    );
    assert.deepEqual(
      recordsFromCsv()('key,value\na,"b\nc"\nd,e\n', true).map(({ line }) => line),
      [2, 4],
    );
  });
});

describe('records: csv', () => {
  it('make JSON objects of the columns and take the column "key" as key', () => {
    assert.deepEqual(made(recordsFromCsv()('key,name,2\nk1,"a ""b""\nc",x\n', true)), [
      { key: 'k1', value: '{"name":"a \\"b\\"\\nc","2":"x"}' },
    ]);
  });

  it('take the column "value" as value', () => {
    assert.deepEqual(made(recordsFromCsv()('value,key\na,b', true)), [{ key: 'b', value: 'a' }]);
  });

  it('refuse a first row by which something would be lost', () => {
    assert.equal(
      problemOf(() => recordsFromCsv()('a,key,a\n1,2,3', true)),
      'The first row of the CSV names the column “a” twice.',
    );
    assert.match(
      problemOf(() => recordsFromCsv()('key,value,region\n1,2,3', true)),
      /^The column “region” would be lost: beside “value” a row has only a “key”\./,
    );
  });

  it('refuse a row of another length and a quote that does not end', () => {
    assert.equal(
      problemOf(() => recordsFromCsv()('a,b\n1,2\n3', true)),
      'Line 3 of the records has 1 cells, the first line 2.',
    );
    assert.match(
      problemOf(() => recordsFromCsv()('a,b\n1,"2', true)),
      /^From line 2 on/,
    );
  });

  it('say where a quotation mark is followed by what it must not be', () => {
    assert.match(
      problemOf(() => recordsFromCsv()('a,b\n1,"a"b', true)),
      /^In line 2 .* a comma or the end of the row/,
    );
  });

  it('give back every table that is written as CSV', () => {
    const cell = fc.string({ maxLength: 8 });
    const table = fc.integer({ min: 2, max: 4 }).chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join(end);
        assert.deepEqual(
          new CsvReader().read(text, true).map(({ cells }) => cells),
          rows,
        );
      }),
    );
  });
});

describe('records that arrive in pieces', () => {
  const text = fc
    .array(fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', '\r', '"x,\ny"', 'é'), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));
  const cuts = fc.array(fc.nat(60), { maxLength: 5 }).map((at) => at.sort((a, b) => a - b));
  const piecesOf = (whole: string, at: readonly number[]): string[] =>
    [0, ...at].map((from, index) => whole.slice(from, at[index] ?? whole.length));

  it('are the lines of the whole text, wherever it is cut', () => {
    fc.assert(
      fc.property(text, cuts, (whole, at) => {
        const reader = new LineReader();
        const lines = piecesOf(whole, at).flatMap((piece) => reader.read(piece, false));
        lines.push(...reader.read('', true));
        assert.deepEqual(lines, new LineReader().read(whole, true));
      }),
    );
  });

  it('are the rows of the whole CSV text, wherever it is cut', () => {
    const rowsOf = (pieces: readonly string[]): unknown => {
      const reader = new CsvReader();
      try {
        return [...pieces.flatMap((piece) => reader.read(piece, false)), ...reader.read('', true)];
      } catch (error) {
        assert.ok(error instanceof ProblemError);
        return error.problem;
      }
    };
    fc.assert(
      fc.property(text, cuts, (whole, at) => {
        assert.deepEqual(rowsOf(piecesOf(whole, at)), rowsOf([whole]));
      }),
    );
  });

  const piecesOfLong = function* (long: string): Generator<string> {
    for (let at = 0; at < long.length; at += 32_768) yield long.slice(at, at + 32_768);
  };

  it('may be long: a cell with many quotes, a line', () => {
    const cell = 'x""\n'.repeat(2_000_000);
    const rows = new CsvReader();
    const read = [...piecesOfLong(`"${cell}",b\nc`)].flatMap((piece) => rows.read(piece, false));
    assert.equal(read[0]?.cells[0], 'x"\n'.repeat(2_000_000));
    assert.deepEqual(rows.read('', true), [{ cells: ['c'], line: 2_000_002 }]);
    const lines = new LineReader();
    const line = 'y'.repeat(20_000_000);
    assert.deepEqual(
      [...piecesOfLong(`${line}\nz`)].flatMap((piece) => lines.read(piece, false)),
      [line],
    );
    assert.deepEqual(lines.read('', true), ['z']);
  });

  it('are refused where they do not end, by the line where that begins', () => {
    const long = (reader: LineReader | CsvReader, start: string): string =>
      problemOf(() => {
        reader.read(start, false);
        for (let piece = 0; piece < 40; piece += 1) reader.read('x'.repeat(1_000_000), false);
      });
    const tooLong = /^The record on line 2 goes on for more than 32 million characters\./;
    assert.match(long(new LineReader(), 'a\n'), tooLong);
    assert.match(long(new CsvReader(), 'a,b\n1,'), tooLong);
    assert.match(long(new CsvReader(), 'a,b\n1,"'), /^From line 2 on, .* is not closed\.$/);
  });
});
