import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import type { TailPlan } from '../../../src/protocol/tailPlan.ts';
import type { TailRead } from '../../../src/vscode/tail/tailRead.ts';
import type { TailReadStatus } from '../../../src/vscode/tail/tailReadStatus.ts';
import { testClient } from '../../support/testClient.ts';
import { newTopic, numbered } from '../read/reading.ts';
import { OpenedRead } from './openedRead.ts';

const client = testClient();
after(() => client.close());

/** A read of a new topic of 20 records, of which 11 hold a "1". */
async function readOnes(): Promise<{
  read: TailRead;
  plan: TailPlan;
  until: (holds: (status: TailReadStatus) => boolean) => Promise<void>;
}> {
  const topic = await newTopic(client);
  await produceRecords(client, topic, numbered(20));
  const plan = { from: { kind: 'beginning' }, filter: { kind: 'text', text: '1' } } as const;
  const opened = new OpenedRead(client, topic, plan);
  const { read } = opened;
  const until = (holds: (status: TailReadStatus) => boolean) => opened.until(holds);
  await until(({ seen }) => seen === 20);
  return { read, plan, until };
}

const counted = ({ seen, scan }: TailReadStatus) => [seen, scan?.matches];

describe('what a tail view has counted, where its read goes on', () => {
  it('counts once while a scan that was stopped begins again, and after', async () => {
    const { read, until } = await readOnes();
    read.stop();
    read.scanOn();
    assert.deepEqual([read.status().state, ...counted(read.status())], ['starting', 20, 11]);
    await until(({ state }) => state === 'reading');
    assert.deepEqual(counted(read.status()), [20, 11]);
    read.dispose();
  });

  it('counts once while another end is gone on to, also twice in a row', async () => {
    const { read, plan, until } = await readOnes();
    assert.ok(read.goOn({ ...plan, to: { kind: 'count', count: 100 } }));
    assert.ok(read.goOn({ ...plan, to: { kind: 'end' } }));
    assert.deepEqual([read.status().state, ...counted(read.status())], ['starting', 20, 11]);
    await until(({ state }) => state === 'stopped');
    assert.deepEqual(counted(read.status()), [20, 11]);
    read.dispose();
  });
});

describe('a scan for what does not match', () => {
  it('reads the other records, those without a value among them', async () => {
    const topic = await newTopic(client);
    await produceRecords(client, topic, [...numbered(20), { key: null, value: null }]);
    const plan = {
      from: { kind: 'beginning' },
      to: { kind: 'end' },
      filter: { kind: 'text', text: '1', not: true },
    } as const;
    const opened = new OpenedRead(client, topic, plan);
    await opened.until(({ state }) => state === 'stopped');
    assert.deepEqual(opened.values, ['0', '2', '3', '4', '5', '6', '7', '8', '9', 'null']);
    assert.deepEqual(counted(opened.read.status()), [21, 10]);
    opened.read.dispose();
  });
});

describe('a scan of several topics that was stopped', () => {
  it('goes on where it stood in each of them, and finds each record once', async () => {
    const topics = [await newTopic(client), await newTopic(client, { partitions: 2 })] as const;
    const [one, two] = topics;
    // Larger than one answer: what is stopped has read a part.
    const large = (partition: number) =>
      Array.from({ length: 400 }, (_none, index) => ({
        ...{ key: null, partition },
        value: Buffer.alloc(50_000, `${index} `),
      }));
    await produceRecords(client, one, large(0));
    await produceRecords(client, two, [...large(0), ...large(1)]);
    const plan = {
      from: { kind: 'beginning' },
      to: { kind: 'end' },
      filter: { kind: 'text', text: ' ' },
    } as const;
    const opened = new OpenedRead(client, [...topics], plan);
    await opened.until(({ seen = 0 }) => seen > 0);
    opened.read.stop();
    const stopped = opened.read.status();
    assert.equal(stopped.state, 'stopped');
    const { seen = 0, scan } = stopped;
    assert.ok(seen < 1_200 && scan?.canGoOn === true, `${seen} seen`);
    opened.read.scanOn();
    await opened.until(({ state, scan: now }) => state === 'stopped' && now?.share === 1);
    const after = opened.read.status();
    assert.deepEqual(counted(after), [1_200, 1_200]);
    assert.equal(opened.values.length, 1_200);
    assert.deepEqual(
      after.partitions.map(({ topic, position }) => [topic, position]).sort(),
      [
        [one, '400'],
        [two, '400'],
        [two, '400'],
      ].sort(),
    );
    opened.read.dispose();
  });
});

describe('a read from a time that has not come', () => {
  /** A broker takes no record of more than an hour ahead. */
  const aheadMs = 1_800_000;

  it('says so, and shows what arrives', async () => {
    const topic = await newTopic(client);
    await produceRecords(client, topic, numbered(3));
    const timestampMs = Date.now() + aheadMs;
    const opened = new OpenedRead(client, topic, { from: { kind: 'time', timestampMs } });
    await opened.until(({ message }) => message?.includes('has not come yet') === true);
    await produceRecords(client, topic, numbered(1));
    await opened.until(() => opened.values.length === 1);
    opened.read.dispose();
  });

  it('begins at the records that are of it, and says nothing', async () => {
    const topic = await newTopic(client);
    const timestampMs = Date.now() + aheadMs;
    const late = { key: null, value: Buffer.from('late'), timestampMs: timestampMs + 1 };
    await produceRecords(client, topic, [...numbered(3), late]);
    const opened = new OpenedRead(client, topic, { from: { kind: 'time', timestampMs } });
    await opened.until(() => opened.values.length === 1);
    assert.deepEqual([opened.values, opened.read.status().message], [['late'], undefined]);
    opened.read.dispose();
  });
});

describe('a read of a partition that is not there', () => {
  it('fails and names it', async () => {
    const topic = await newTopic(client);
    const opened = new OpenedRead(client, topic, { from: { kind: 'now' }, partitions: [99] });
    await opened.until(() => false);
    assert.match(opened.read.status().message ?? '', /partition 99/);
    opened.read.dispose();
  });
});
