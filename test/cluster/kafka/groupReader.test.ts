import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Kafka, logLevel } from 'kafkajs';
import { silentLog } from '../../../src/core/log.ts';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { describeGroup } from '../../../src/kafka/admin/describeGroup.ts';
import { listGroupOffsets } from '../../../src/kafka/admin/listGroupOffsets.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import type { GroupPlan } from '../../../src/kafka/consume/groupPlan.ts';
import { GroupReader } from '../../../src/kafka/consume/groupReader.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { fromRunner } from '../../support/environment.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { testClient } from '../../support/testClient.ts';
import { uniqueName } from '../../support/uniqueName.ts';
import { until } from '../../support/until.ts';
import { JavaConsumer } from './javaConsumer.ts';

const partitions = 4;
let client: ClusterClient;
before(() => {
  client = testClient();
});
after(() => client.close());

async function newTopic(): Promise<string> {
  const name = uniqueName('member');
  await createTopic(client, { name, partitions });
  return name;
}

/** Writes `count` records of their numbers from `first` on, one partition after the other. */
async function produce(topic: string, first: number, count: number): Promise<void> {
  const records = Array.from({ length: count }, (_, index) => ({
    key: null,
    value: Buffer.from(String(first + index)),
    partition: (first + index) % partitions,
  }));
  await produceRecords(client, topic, records);
}

/** A member under way, with the values that it was given. */
class Member {
  readonly values: string[] = [];
  readonly reader: GroupReader;
  readonly ended: Promise<unknown>;
  readonly #abort = new AbortController();

  constructor(topic: string, group: string, plan: Partial<GroupPlan> = {}) {
    const whole: GroupPlan = {
      ...{ topic, group, from: { kind: 'earliest' }, to: { kind: 'never' } },
      ...{ seek: false, commit: true },
      ...plan,
    };
    const batch = (found: RecordBatch): void => {
      for (let index = 0; index < found.count; index++) {
        const value = found.record(index).value() ?? [];
        this.values.push(Buffer.from(value).toString());
      }
    };
    this.reader = new GroupReader(client, whole, { batch }, { log: silentLog });
    this.ended = this.reader.run(this.#abort.signal);
    this.ended.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.ended;
  }
}

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index)).sort();

describe('a member of a consumer group', () => {
  it('is a real one, commits what it was given and leaves, as ConsumerGroupCommand sees it', async () => {
    const [topic, group] = [await newTopic(), uniqueName('g')];
    await produce(topic, 0, 8);
    const member = new Member(topic, group);
    await until(
      () => Promise.resolve(member.values.length),
      (count) => count === 8,
    );
    const members = await kafkaTool('groups', ['--describe', '--group', group, '--members']);
    assert.match(
      members,
      new RegExp(`${group}\\s+kafka-workbench-\\S+\\s+\\S+\\s+kafka-workbench`),
    );
    await member.stop();
    const told = await kafkaTool('groups', ['--describe', '--group', group]);
    for (let partition = 0; partition < partitions; partition++) {
      assert.match(told, new RegExp(`${topic}\\s+${partition}\\s+2\\s+2\\s+0\\s+-`));
    }
    assert.equal((await describeGroup(client, group)).state, 'Empty');

    await produce(topic, 8, 4);
    const next = new Member(topic, group, { to: { kind: 'end' } });
    assert.deepEqual(await next.ended, { kind: 'end' });
    assert.deepEqual(next.values.sort(), ['10', '11', '8', '9']);
  });

  it('shares partitions with others that come and go, and every record is read once', async () => {
    const [topic, group] = [await newTopic(), uniqueName('g')];
    const total = (): number => first.values.length + second.values.length;
    const has = (count: number): Promise<number> =>
      until(
        () => Promise.resolve(total()),
        (found) => found >= count,
      );
    const first = new Member(topic, group);
    await first.reader.started;
    await produce(topic, 0, 400);
    const second = new Member(topic, group);
    await second.reader.started;
    await produce(topic, 400, 400);
    await has(800);
    assert.ok(second.values.length > 0, 'the second has a share');
    await first.stop();
    await produce(topic, 800, 400);
    await has(1200);
    await second.stop();
    assert.deepEqual([...first.values, ...second.values].sort(), numbers(1200));
    const offsets = await listGroupOffsets(client, group);
    assert.deepEqual(
      offsets.map(({ committed }) => committed),
      Array.from({ length: partitions }, () => 300n),
    );
  });

  it('lives with a member of Java, and gets its share back when that one leaves', async () => {
    const [topic, group] = [await newTopic(), uniqueName('g')];
    const member = new Member(topic, group);
    await member.reader.started;
    const java = new JavaConsumer('consumer', topic, group);
    const shares = async (): Promise<number[]> =>
      (await describeGroup(client, group)).members.map(({ assignments }) =>
        assignments.reduce((sum, one) => sum + one.partitions.length, 0),
      );
    try {
      await until(shares, (found) => found.length === 2 && found.every((share) => share === 2));
    } finally {
      await java.stop();
    }
    await until(shares, (found) => found.length === 1 && found[0] === partitions);
    await produce(topic, 0, 40);
    await until(
      () => Promise.resolve(member.values.length),
      (count) => count === 40,
    );
    await member.stop();
  });

  it('lives with a member of kafkajs', async () => {
    const [topic, groupId] = [await newTopic(), uniqueName('g')];
    const brokers = [fromRunner('KAFKA_BOOTSTRAP')];
    const kafka = new Kafka({ clientId: 'other', brokers, logLevel: logLevel.NOTHING });
    const other = kafka.consumer({ groupId });
    await other.connect();
    try {
      await other.subscribe({ topics: [topic] });
      await other.run({ eachMessage: () => Promise.resolve() });
      const member = new Member(topic, groupId);
      await member.reader.started;
      const described = await describeGroup(client, groupId);
      assert.equal(described.assignor, 'RoundRobinAssigner');
      assert.equal(described.members.length, 2);
      await member.stop();
    } finally {
      await other.disconnect();
    }
  });

  it('leaves the offsets alone where it does not commit, and seeks where it is told to', async () => {
    const [topic, group] = [await newTopic(), uniqueName('g')];
    await produce(topic, 0, 8);
    const end = { to: { kind: 'end' } } as const;
    const quiet = new Member(topic, group, { ...end, commit: false });
    await quiet.ended;
    assert.equal(quiet.values.length, 8);
    assert.deepEqual(await listGroupOffsets(client, group), []);
    const loud = new Member(topic, group, { ...end, limit: 3 });
    assert.deepEqual(await loud.ended, { kind: 'limit' });
    const sum = (await listGroupOffsets(client, group)).reduce(
      (all, one) => all + one.committed,
      0n,
    );
    assert.equal(sum, 3n);
    const offsets = new Map([[0, 1n]]);
    const again = new Member(topic, group, {
      ...{ ...end, from: { kind: 'offsets', offsets }, seek: true, partitions: [0] },
    });
    await again.ended;
    assert.deepEqual(again.values, ['4']);
  });

  it('tells that a group shares its partitions in an unknown way', async () => {
    const [topic, group] = [await newTopic(), uniqueName('g')];
    const java = new JavaConsumer('consumer', topic, group, [
      '--command-property',
      'partition.assignment.strategy=org.apache.kafka.clients.consumer.CooperativeStickyAssignor',
    ]);
    try {
      await until(
        () => describeGroup(client, group).catch(() => undefined),
        (found) => found?.state === 'Stable',
      );
      await assert.rejects(new Member(topic, group).ended, { reason: 'groupIncompatible' });
    } finally {
      await java.stop();
    }
  });
});
