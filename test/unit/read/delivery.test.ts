import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BodyCache } from '../../../src/core/record/bodyCache.ts';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { Delivery } from '../../../src/kafka/read/delivery.ts';
import { PartitionRead } from '../../../src/kafka/read/partitionRead.ts';
import { receiveBatches } from '../../../src/kafka/read/receiveBatches.ts';
import { RecordBudget } from '../../../src/kafka/read/recordBudget.ts';
import { Turns } from '../../../src/kafka/read/turns.ts';
import { batchBytes, textRecords } from '../record/batches.ts';

/** A partition's part of an answer that holds those batches. */
function answer(parts: readonly Uint8Array[], highWatermark = 1_000n) {
  return {
    topic: 't',
    partition: 0,
    errorCode: 0,
    highWatermark,
    lastStableOffset: highWatermark,
    logStartOffset: 0n,
    abortedTransactions: [],
    preferredReadReplica: -1,
    records: Buffer.concat(parts),
  };
}

/** One partition that is read from `position` on, and what its sink was given. */
function readFrom(position: bigint, options: { stop?: bigint; limit?: number } = {}) {
  const read = new PartitionRead('t', 0, new BodyCache(1_000_000));
  read.moveTo(position);
  read.stop = options.stop;
  const given: RecordBatch[] = [];
  const sink = { batch: (batch: RecordBatch) => given.push(batch) };
  const delivery = new Delivery(sink, new Turns(), { budget: new RecordBudget(options.limit) });
  const take = async (parts: readonly Uint8Array[], highWatermark?: bigint) => {
    const received = receiveBatches(read, answer(parts, highWatermark), 'uncommitted');
    if (received === undefined) return;
    await delivery.deliver(read, received, () => undefined, new AbortController().signal);
  };
  const offsets = () =>
    given.flatMap((batch) =>
      batch.corrupt === undefined
        ? Array.from({ length: batch.count }, (_none, index) => String(batch.record(index).offset))
        : [`bad ${batch.baseOffset}-${batch.lastOffset}`],
    );
  return { read, delivery, take, offsets };
}

const batch = (base: bigint, count: number) => batchBytes(base, textRecords(count), 'lz4');
function broken(base: bigint, count: number, at = 70): Uint8Array {
  const bytes = batch(base, count);
  bytes[at]! ^= 1;
  return bytes;
}

describe('what an answer holds', () => {
  it('is clipped to the offset asked for and to the stop', async () => {
    const { take, offsets, read, delivery } = readFrom(2n, { stop: 8n });
    await take([batch(0n, 5), batch(5n, 5), batch(10n, 5)]);
    assert.deepEqual(offsets(), ['2', '3', '4', '5', '6', '7']);
    assert.deepEqual([delivery.records, read.done], [6, true]);
  });

  it('is cut at the limit', async () => {
    const { take, offsets, delivery } = readFrom(0n, { limit: 7 });
    await take([batch(0n, 5), batch(5n, 5), batch(10n, 5)]);
    assert.deepEqual([offsets().length, delivery.full], [7, true]);
  });

  it('is given once, although a broker sends a batch again', async () => {
    const { take, offsets } = readFrom(0n);
    await take([batch(0n, 3)]);
    await take([batch(0n, 3), batch(3n, 2)]);
    assert.deepEqual(offsets(), ['0', '1', '2', '3', '4']);
  });

  it('moves the position over gaps and empty batches', async () => {
    const { take, offsets, read } = readFrom(0n);
    await take([batch(4n, 1), batch(20n, 1)]);
    assert.deepEqual([offsets(), read.position, read.nextFetch], [['4', '20'], 21n, 21n]);
  });
});

describe('a corrupt batch', () => {
  it('within an answer is one error with its offsets', async () => {
    const { take, offsets, delivery } = readFrom(0n);
    await take([batch(0n, 1), broken(1n, 5), batch(6n, 1)]);
    assert.deepEqual(offsets(), ['0', 'bad 1-5', '6']);
    assert.deepEqual([delivery.records, delivery.corruptBatches], [2, 1]);
  });

  it('that claims too many offsets hides nothing of the batch behind it', async () => {
    const { take, offsets } = readFrom(0n);
    // Byte 25 is part of the last offset delta: 256 offsets more than there are.
    await take([broken(0n, 5, 25), batch(5n, 1)]);
    assert.deepEqual(offsets(), ['bad 0-4', '5']);
  });

  it('at the end of an answer is fetched again, for the batch behind it tells where it ends', async () => {
    const { take, offsets, read } = readFrom(0n);
    await take([batch(0n, 5), broken(5n, 5, 25)]);
    assert.deepEqual([offsets().at(-1), read.nextFetch], ['4', 5n]);
    await take([broken(5n, 5, 25), batch(10n, 1)]);
    assert.deepEqual(offsets().slice(-2), ['bad 5-9', '10']);
  });

  it('at the very end of the log does not stop what comes later', async () => {
    const { take, offsets, read } = readFrom(0n);
    await take([broken(0n, 5)], 5n);
    assert.equal(read.nextFetch, 5n);
    await take([batch(5n, 1)], 6n);
    assert.deepEqual(offsets(), ['bad 0-4', '5']);
  });

  it('whose offset is damaged is one error in its place and hides nothing of the others', async () => {
    const [whole, far, before] = [batch(5n, 5), batch(2n ** 40n, 5), batch(-7n, 5)];
    for (const displaced of [far, before, batch(10n, 5), batch(2n, 5)]) {
      const { take, offsets, read } = readFrom(0n);
      await take([batch(0n, 5), displaced, batch(10n, 2)]);
      assert.deepEqual(offsets(), ['0', '1', '2', '3', '4', 'bad 5-9', '10', '11']);
      assert.equal(read.position, 12n);
    }
    // At the end of an answer it is fetched again.
    const { take, offsets, read } = readFrom(0n);
    await take([batch(0n, 5), far]);
    assert.equal(read.nextFetch, 5n);
    await take([far, batch(10n, 2)]);
    assert.deepEqual(offsets().slice(4), ['4', 'bad 5-9', '10', '11']);
    await take([whole, batch(12n, 1)]);
    assert.deepEqual(offsets().slice(-1), ['12']);
  });

  it('without a sensible length or extent is stepped over, a little further each time', async () => {
    const { take, offsets, read } = readFrom(100n);
    const lengthless = batch(100n, 5);
    new DataView(lengthless.buffer).setInt32(8, -1);
    await take([lengthless], 200n);
    assert.deepEqual([offsets(), read.nextFetch], [['bad 100-100'], 101n]);
    await take([lengthless], 200n);
    assert.equal(read.nextFetch, 103n);
    const endless = batch(103n, 5).subarray(0, 40);
    await take([endless], 104n);
    assert.equal(read.nextFetch, 104n);
    // Never past the end, where new records arrive.
    assert.equal(read.position, 104n);
  });
});
