import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { RecordStore } from '../../../src/core/record/recordStore.ts';
import { english } from '../../../src/messages/translate.ts';
import type { RowRange } from '../../../src/protocol/tailCopy.ts';
import { heldRecords } from '../../../src/vscode/tail/rows/heldRecords.ts';
import { heldRows } from '../../../src/vscode/tail/rows/heldRows.ts';
import { ShownRows } from '../../../src/vscode/tail/rows/shownRows.ts';
import { batchOf } from '../record/batches.ts';

const decoder = new TextDecoder();

/** A store of batches with ten records v0 … v9 each, and how to take what is shown of it now. */
function world(batches: number, budgetBytes = 2 ** 30) {
  const store = new RecordStore(budgetBytes);
  const shown = new ShownRows(store, {
    changed: () => undefined,
    switched: () => undefined,
    reveal: () => undefined,
  });
  const add = () => store.append(batchOf(0n, 10));
  for (let each = 0; each < batches; each++) add();
  let forgotten = false;
  const clear = () => {
    forgotten = true;
    store.clear();
    shown.restart(false);
  };
  const held = (ranges?: readonly RowRange[]) =>
    heldRows(shown, store, () => forgotten, english, ranges);
  return { shown, add, clear, held };
}

/** The values, as they come; `-` for each that cannot be had. */
async function valuesOf(records: ReturnType<typeof heldRecords>): Promise<string[]> {
  const values: string[] = [];
  for await (const record of records) {
    const value = record instanceof KafkaError ? undefined : record.value();
    values.push(value === undefined ? '-' : decoder.decode(value ?? undefined));
  }
  return values;
}

describe('the records that a view holds at one moment', () => {
  it('are the same ones in the same order, whatever it shows while they are taken', async () => {
    const { shown, add, held } = world(2);
    const filter = { kind: 'text', text: 'v3' } as const;
    const all = heldRecords(held(), () => undefined);
    await all.next();
    await shown.show({ filter }, undefined);
    const matching = held();
    await shown.show({ order: { by: 'key', descending: true } }, undefined);
    const sorted = held();
    await shown.show({}, undefined);
    add();
    const inOrder = ['v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9'];
    assert.deepEqual(await valuesOf(all), [...inOrder.slice(1), ...inOrder]);
    assert.deepEqual(await valuesOf(heldRecords(matching, () => undefined)), ['v3', 'v3']);
    assert.deepEqual(
      await valuesOf(heldRecords(sorted, () => undefined)),
      inOrder.toReversed().flatMap((value) => [value, value]),
    );
  });

  it('are only those of the rows that are named', async () => {
    const { held } = world(1);
    const rows = held([
      { first: 1, end: 3 },
      { first: 8, end: 9 },
    ]);
    assert.equal(rows.count, 3);
    assert.deepEqual(await valuesOf(heldRecords(rows, () => undefined)), ['v1', 'v2', 'v8']);
    assert.equal(rows.at(0)?.kind, 'record');
  });

  it('are not mixed with others once they were forgotten', async () => {
    const { add, clear, held } = world(2);
    const records = heldRecords(held(), () => undefined);
    await records.next();
    clear();
    add();
    await assert.rejects(
      valuesOf(records),
      (error) => error instanceof KafkaError && error.message.startsWith('Not exported: '),
    );
  });

  it('leave a gap for each that had to leave, in turns with whatever else there is to do', async () => {
    const { add, held } = world(300, 4 * (batchOf(0n, 10).sizeBytes + 600));
    const few = held();
    assert.equal(few.count, 40);
    for (let each = 0; each < 3; each++) add();
    const values = await valuesOf(heldRecords(few, () => undefined));
    assert.deepEqual(values.slice(29, 32), ['-', 'v0', 'v1']);
    const told: number[] = [];
    let turns = 0;
    const count = () => {
      turns++;
      waiting = setImmediate(count);
    };
    let waiting = setImmediate(count);
    const gaps = await valuesOf(
      heldRecords({ count: 5000, at: () => undefined }, (part) => told.push(part)),
    );
    clearImmediate(waiting);
    assert.equal(gaps.length, 5000);
    assert.deepEqual(told, [0, 0.2, 0.4, 0.6, 0.8]);
    assert.ok(turns >= 4, `${turns} turns`);
  });
});
