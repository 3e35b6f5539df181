import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { english } from '../../../src/messages/translate.ts';
import { recordLines } from '../../../src/run/producer/recordLines.ts';
import { lostRecords, type LostRecord } from '../../../src/run/producer/lostRecords.ts';
import type { RecordMaker } from '../../../src/run/producer/recordText.ts';
import { wantedRecords } from '../../../src/run/producer/wantedRecords.ts';
import { resultDetails, resultTables } from '../../../src/run/resultDetails.ts';

const on = (lines: readonly (number | undefined)[]): RecordMaker[] =>
  lines.map((line) => ({ ...(line === undefined ? {} : { line }), make: () => ({ value: '' }) }));

const lost = (index: number, state: LostRecord['state'], error: Error): LostRecord => ({
  index,
  state,
  error,
});

describe('the lines of records', () => {
  it('are found behind blank lines, and in each round again', async () => {
    const lines = await recordLines({ makers: on([1, 2, 5, 6, 9]), fromFile: false }, 100);
    assert.equal(lines.count, 5);
    assert.deepEqual(
      [0, 2, 3, 4, 5, 12].map((index) => lines.of(index)),
      [1, 5, 6, 9, 1, 5],
    );
  });

  it('are looked for no further than they are needed', async () => {
    let pieces = 0;
    async function* stream(): AsyncGenerator<readonly RecordMaker[]> {
      for (;;) {
        pieces += 1;
        yield await Promise.resolve(on([pieces]));
      }
    }
    const lines = await recordLines({ makers: [], fromFile: true, stream }, 7);
    assert.deepEqual([lines.count, lines.of(7), pieces], [undefined, 8, 8]);
  });

  it('are none where the records are one text', async () => {
    const lines = await recordLines({ makers: on([undefined]), fromFile: false }, 3);
    assert.deepEqual([lines.count, lines.of(2)], [1, undefined]);
  });
});

describe('records that were lost', () => {
  const large = (): Error => new KafkaError('recordTooLarge', 'too large', { details: {} });
  const silent = (): Error => new KafkaError('requestTimeout', 'no answer', { details: {} });

  it('are told by their lines, those beside each other as one, and what was not sent', async () => {
    const lines = await recordLines({ makers: on([1, 2, 3, 5, 6, 7]), fromFile: false }, 5);
    const told = lostRecords(
      [lost(3, 'unknown', silent()), lost(2, 'unknown', silent()), lost(0, 'refused', large())],
      5,
      1,
      lines,
      english,
    );
    assert.deepEqual(
      told.map(({ state, first, last, firstLine, lastLine }) => [
        state,
        [first, last],
        [firstLine, lastLine],
      ]),
      [
        ['refused', [0, 0], [1, 1]],
        ['unknown', [2, 3], [3, 5]],
        ['notSent', [5, undefined], [7, undefined]],
      ],
    );
    const result = { block: 0, kind: 'PRODUCER', line: 0, ok: false, ms: 1 } as const;
    const error = { reason: 'recordTooLarge', message: 'Too large.', short: '', line: 1 } as const;
    const failed = { ...result, lost: told, error };
    const [title, table] = resultDetails(failed, english).split('\n\n');
    const tables = resultTables(failed, english);
    assert.equal(tables.split('\n\n')[0], table, 'a hover says why only once');
    assert.equal(title, 'line 1: Too large.');
    assert.deepEqual(
      table?.split('\n').map((line) => line.slice(0, 24).trimEnd()),
      [
        'state     lines  records',
        'refused   1      0',
        'unknown   3–5    2–3',
        'not sent  7…     5…',
      ],
    );
  });

  it('are of those that were to be sent, where only some were', async () => {
    const lines = await recordLines({ makers: on([undefined]), fromFile: false }, 9);
    const only = [{ first: 1, last: 2 }, { first: 4, last: 6 }, { first: 8 }];
    const told = lostRecords([lost(4, 'refused', large())], 5, 20, lines, english, only);
    assert.deepEqual(
      told.map(({ state, first, last }) => [state, first, last]),
      [
        ['refused', 4, 4],
        ['notSent', 5, 6],
        ['notSent', 8, undefined],
      ],
    );
    const isWanted = wantedRecords(only);
    const wanted = Array.from({ length: 10 }, (_, index) => index).filter(isWanted);
    assert.deepEqual(wanted, [1, 2, 4, 5, 6, 8, 9]);
  });

  it('end with the last round', async () => {
    const lines = await recordLines({ makers: on([undefined]), fromFile: false }, 2);
    const all = [lost(1, 'refused', large())];
    assert.equal(lostRecords(all, 3, 3, lines, english).length, 1);
    assert.deepEqual(lostRecords(all, 2, 3, lines, english)[1], { state: 'notSent', first: 2 });
  });
});
