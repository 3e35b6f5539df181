import assert from 'node:assert/strict';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findBatches } from '../../../src/core/record/batchSpan.ts';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { SuiteCluster } from '../../support/suiteCluster.ts';
import { newTopic, numbered, readAll, Reading } from './reading.ts';

describe('on a cluster of three brokers', () => {
  const cluster = new SuiteCluster({ brokers: 3 });

  it('a read leaves no trace: no group, no offsets topic, no created topic', async () => {
    const topic = await newTopic(cluster.client, { partitions: 6 });
    await produceRecords(cluster.client, topic, numbered(10, 5));
    const tail = await Reading.tail(cluster.client, topic);
    await tail.stop();
    await readAll(cluster.client, { topic });
    await assert.rejects(readAll(cluster.client, { topic: 'never-created' }), {
      reason: 'topicUnknown',
    });
    const lines = async (tool: 'groups' | 'topics') =>
      (await kafkaTool(tool, ['--list'], cluster.bootstrapServers)).trim();
    assert.deepEqual([await lines('groups'), await lines('topics')], ['', topic]);
  });

  it('a tail loses and doubles nothing while a broker is killed and comes back', async () => {
    const topic = await newTopic(cluster.client, {
      partitions: 6,
      replicationFactor: 3,
      configs: { 'min.insync.replicas': '1' },
    });
    const tail = await Reading.tail(cluster.client, topic);
    let written = 0;
    const write = async (rounds: number) => {
      for (let round = 0; round < rounds; round++) {
        for (let partition = 0; partition < 6; partition++) {
          await produceRecords(cluster.client, topic, numbered(1, partition, written));
          written++;
        }
      }
    };
    await write(5);
    const victim = cluster.brokers[2];
    assert.ok(victim);
    await victim.kill();
    await write(5);
    await tail.until(() => tail.records.length >= written);
    await victim.start();
    // Leadership returns to the broker that came back: partitions move once more under the tail.
    await kafkaTool(
      'leaders',
      ['--election-type', 'preferred', '--all-topic-partitions'],
      cluster.bootstrapServers,
    );
    await write(5);
    await tail.until(() => tail.records.length >= written);
    const leaders = (await describeTopic(cluster.client, topic)).partitions.map(
      ({ leader }) => leader,
    );
    assert.equal(new Set(leaders).size, 3);
    await tail.stop();
    assert.deepEqual(
      tail.values.map(Number).sort((a, b) => a - b),
      Array.from({ length: written }, (_none, index) => index),
    );
    for (let partition = 0; partition < 6; partition++) {
      const offsets = tail.records
        .filter((record) => record.partition === partition)
        .map(({ offset }) => offset);
      assert.deepEqual(
        offsets,
        offsets.map((_offset, index) => BigInt(index)),
      );
    }
  });

  it('a batch that is damaged on disk is one error with its offsets, and reading goes on', async () => {
    const topic = await newTopic(cluster.client);
    for (let batch = 0; batch < 5; batch++)
      await produceRecords(cluster.client, topic, numbered(10, 0, batch * 10));
    const { leader } = (await describeTopic(cluster.client, topic)).partitions[0] ?? {};
    const data = join(cluster.folder, `broker-${leader ?? 0}`, 'data');
    const log = join(data, `${topic}-0`, '00000000000000000000.log');
    await damage(log, { batch: 1, at: 100 });
    // The last offset delta: what the batch claims about its own extent is wrong, too.
    await damage(log, { batch: 2, at: 25 });
    await damage(log, { batch: 4, at: 100 });
    const tail = new Reading(cluster.client, { topic, to: { kind: 'never' } });
    await tail.until(() => tail.reader.progress.caughtUp);
    await produceRecords(cluster.client, topic, numbered(1, 0, 777));
    await tail.until(() => tail.values.includes('777'));
    await tail.stop();
    assert.deepEqual(
      tail.corrupt.map(({ baseOffset, lastOffset }) => [baseOffset, lastOffset]),
      [
        [10n, 19n],
        [20n, 29n],
        [40n, 49n],
      ],
    );
    const expected = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 777];
    assert.deepEqual(tail.values.map(Number), expected);
    assert.equal(tail.reader.progress.corruptBatches, 3);
  });
});

/** Flips a bit in the byte `at` of a batch of a log segment. */
async function damage(log: string, { batch, at }: { batch: number; at: number }): Promise<void> {
  const file = await open(log, 'r+');
  const { buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
  const start = findBatches(buffer)[batch]?.start ?? 0;
  await file.write(Buffer.of((buffer[start + at] ?? 0) ^ 1), 0, 1, start + at);
  await file.close();
}
