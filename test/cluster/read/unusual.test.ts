import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, describe, it } from 'node:test';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { testClient } from '../../support/testClient.ts';
import { newTopic, numbered, readAll } from './reading.ts';

const client = testClient();
after(() => client.close());

describe('an unusual topic', () => {
  it('with 130,000 tiny records in one batch is read whole', async () => {
    const topic = await newTopic(client, { configs: { 'max.message.bytes': '10000000' } });
    const value = Buffer.alloc(0);
    const records = Array.from({ length: 130_000 }, () => ({ key: null, value, partition: 0 }));
    await produceRecords(client, topic, records, { compression: 'zstd' });
    const { records: read, reader } = await readAll(client, { topic });
    assert.deepEqual([read.length, read.at(-1)?.offset], [130_000, 129_999n]);
    assert.equal(reader.progress.seen, 130_000);
  });

  it('with the gaps that compaction leaves is read to its end', async () => {
    const configs = {
      'cleanup.policy': 'compact',
      'segment.ms': '100',
      'min.cleanable.dirty.ratio': '0.01',
      'min.compaction.lag.ms': '0',
      'delete.retention.ms': '0',
    };
    const topic = await newTopic(client, { configs });
    const keyed = (round: number) =>
      numbered(50).map((record, index) => ({
        ...record,
        key: Buffer.from(`key ${index % 10}`),
        value: Buffer.from(`${round}/${index}`),
      }));
    for (let round = 0; round < 4; round++) {
      await produceRecords(client, topic, keyed(round));
      // Only a segment that is closed is compacted; a write after `segment.ms` closes it.
      await sleep(150);
    }
    const deadline = Date.now() + 60_000;
    let last = await readAll(client, { topic });
    const isWhole = () => BigInt(last.records.length) === last.reader.progress.partitions[0]?.end;
    while (isWhole() && Date.now() < deadline) {
      await sleep(500);
      await produceRecords(client, topic, [{ ...numbered(1)[0]!, key: Buffer.from('key 0') }]);
      last = await readAll(client, { topic });
    }
    const { records, reader, ended } = last;
    const offsets = records.map(({ offset }) => offset);
    const end = reader.progress.partitions[0]?.end ?? 0n;
    assert.ok(BigInt(offsets.length) < end, `${offsets.length} records up to ${end}`);
    assert.deepEqual(
      offsets,
      [...new Set(offsets)].sort((a, b) => Number(a - b)),
    );
    assert.deepEqual([await ended, reader.progress.offsets], [{ kind: 'end' }, end]);
    const first = offsets[0] ?? 0n;
    const part = await readAll(client, {
      topic,
      from: { kind: 'offsets', offsets: new Map([[0, first + 1n]]) },
    });
    const lastTen = await readAll(client, { topic, from: { kind: 'last', count: 10 } });
    // Compaction goes on meanwhile: what is read later may be less, never something else.
    for (const { places } of [part, lastTen]) {
      assert.ok(places.length > 0 && places.length <= records.length);
      assert.ok(places.every((place) => last.places.includes(place)));
      assert.equal(places.at(-1), last.places.at(-1));
    }
  });
});
