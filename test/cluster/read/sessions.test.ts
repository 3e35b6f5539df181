import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addPartitions } from '../../../src/kafka/admin/alterTopic.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import {
  endFetchSession,
  fetchRequest,
  type FetchPartition,
  type FetchResponse,
  type FetchSessionRequest,
} from '../../../src/kafka/wire/fetch.ts';
import { SuiteCluster } from '../../support/suiteCluster.ts';
import { newTopic, numbered, Reading } from './reading.ts';

/** Room for sessions lies in eight parts, one of which is chosen at random: after so many tries each was. */
const tries = 200;
const id = 1;

describe('on a broker with room for few fetch sessions', () => {
  const cluster = new SuiteCluster({
    properties: { 'max.incremental.fetch.session.cache.slots': '8' },
  });

  function fetch(
    session: Partial<FetchSessionRequest>,
    partitions: readonly FetchPartition[] = [],
  ): Promise<FetchResponse> {
    const whole = { id: 0, epoch: 0, forgotten: [], ...session };
    const sizes = { maxWaitMs: 0, minBytes: 0, maxBytes: 1_000_000 };
    const options = { ...sizes, isolation: 'uncommitted', partitions, session: whole } as const;
    return cluster.client.send(id, fetchRequest(options));
  }

  /** How many sessions the broker still makes. */
  async function left(topic: string): Promise<number> {
    const sessions = new Set<number>();
    for (let attempt = 0; attempt < tries; attempt++) {
      const some = { topic, partition: 0, offset: 0n, maxBytes: 1 };
      sessions.add((await fetch({}, [some])).sessionId);
    }
    sessions.delete(0);
    for (const session of sessions) await cluster.client.send(id, endFetchSession(session));
    return sessions.size;
  }

  it('is told what has changed and tells what is new, until the session is ended', async () => {
    const topic = await newTopic(cluster.client, { partitions: 3 });
    const partition = (number: number, offset: bigint) => ({
      ...{ topic, partition: number, offset, maxBytes: 1000 },
    });
    const named = ({ partitions }: FetchResponse) =>
      partitions.map(({ partition: number, records }) => [number, records.length > 0]);
    await produceRecords(
      cluster.client,
      topic,
      [0, 1, 2].flatMap((number) => numbered(1, number)),
    );
    const first = await fetch({}, [partition(0, 1n), partition(1, 1n), partition(2, 1n)]);
    assert.equal(first.partitions.length, 3);
    const session = first.sessionId;
    assert.deepEqual(named(await fetch({ id: session, epoch: 1 })), []);
    await produceRecords(cluster.client, topic, [...numbered(1, 1), ...numbered(1, 2)]);
    const forgotten = [partition(2, 1n)];
    const second = await fetch({ id: session, epoch: 2, forgotten });
    assert.deepEqual(named(second), [[1, true]]);
    const moved = [partition(1, 2n)];
    assert.deepEqual(named(await fetch({ id: session, epoch: 3 }, moved)), []);
    assert.equal((await fetch({ id: session, epoch: 3 })).errorCode, 71);
    await cluster.client.send(id, endFetchSession(session));
    assert.equal((await fetch({ id: session, epoch: 4 })).errorCode, 70);
  });

  it('a tail of many partitions reads each record once, also behind a restart, and leaves nothing', async () => {
    const topic = await newTopic(cluster.client, { partitions: 100 });
    const room = await left(topic);
    const tail = await Reading.tail(cluster.client, topic);
    const written: string[] = [];
    const write = async (...partitions: number[]): Promise<void> => {
      const records = partitions.flatMap((partition) => numbered(2, partition));
      const places = await produceRecords(cluster.client, topic, records);
      written.push(...places.map(({ partition, offset }) => `${partition}:${offset}`));
      await tail.until(() => tail.records.length >= written.length);
    };
    await write(3);
    await write(3, 4, 99);
    await write(4, 50);
    assert.equal(await left(topic), room - 1);
    // Looked for as soon as the broker has gone.
    await addPartitions(cluster.client, topic, 101);
    const [broker] = cluster.brokers;
    await broker?.kill();
    await broker?.start();
    await write(3, 5, 100);
    await write(100);
    assert.equal(await left(topic), room - 1);
    await tail.stop();
    assert.equal(await left(topic), room);
    assert.deepEqual(tail.places.toSorted(), written.toSorted());
  });
});
