import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { produceRecords } from '../../src/kafka/produce/produceRecords.ts';
import { freePorts } from '../../src/local/freePorts.ts';
import { fromRunner } from '../support/environment.ts';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { kafkaTool } from '../support/kafkaTools.ts';
import { testClient } from '../support/testClient.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('seen');
const group = uniqueName('readers');
const escaped = uniqueName('escaped');

describe('the tree', () => {
  const bootstrap = fromRunner('KAFKA_BOOTSTRAP');
  let http: Server;
  let deadPort: number;
  let httpPort: number;

  before(async () => {
    await seed();
    [deadPort = 0] = await freePorts(1);
    http = createHttpServer((_, response) => response.end('no broker'));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    httpPort = (http.address() as AddressInfo).port;
  });
  const session = new SuiteSession(() => ({
    clusters: {
      Good: {},
      Dead: { bootstrapServers: `127.0.0.1:${deadPort}` },
      Http: { bootstrapServers: `127.0.0.1:${httpPort}` },
    },
    expanded: [],
  }));
  after(() => void http.close());

  it('says within ten seconds why a cluster cannot be reached, each in its own sentence', async () => {
    const { tree } = session.workbench;
    const start = Date.now();
    await tree.expand('Dead');
    await tree.containing(`Nothing listens at 127.0.0.1:${deadPort}`).waitFor();
    await tree.expand('Http');
    await tree.containing('speaks HTTP, not Kafka').waitFor();
    assert.ok(Date.now() - start < 10_000);
    await tree.description('Dead', 'failed');
  });

  it('connects on Retry once the broker is there', async () => {
    const { tree } = session.workbench;
    const [host = '', port] = bootstrap.split(':');
    const proxy = createServer((socket) => {
      const broker = connect({ host, port: Number(port) });
      socket.pipe(broker).pipe(socket);
      for (const end of [socket, broker]) end.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(deadPort, '127.0.0.1', resolve));
    await tree.inline('Dead', 'Retry');
    await tree.description('Dead', '1 broker');
    proxy.close();
    await tree.collapse('Dead');
    await tree.collapse('Http');
  });

  it('shows only the topics that a filter keeps, and says so on the list', async () => {
    const { tree, input } = session.workbench;
    await tree.expandPath('Good', 'Topics');
    await tree.item(topic).waitFor();
    await tree.choose('Topics', 'Filter…');
    await input.answer('Show only names that contain', topic.toUpperCase());
    await tree.description('Topics', new RegExp(`filter "${topic}" · 1 of \\d+`, 'i'));
    const names = (await tree.labels()).filter((label) => label.startsWith('seen-'));
    assert.deepEqual(names, [topic]);
  });

  it('shows leader, replicas and offsets of each partition', async () => {
    const { tree } = session.workbench;
    await tree.expand(topic);
    await tree.description('Partition 0', /0 – 3 · leader 1/);
    await tree.description('Partition 1', /0 – 0 · leader 1/);
    await tree.collapse(topic);
  });

  it('shows what a consumer group has committed, and its lag', async () => {
    const { tree } = session.workbench;
    await tree.expandPath('Consumer Groups', group, 'Committed Offsets');
    await tree.description('Committed Offsets', 'total lag 1');
    await tree.description(`${topic}[0]`, 'committed 2 · end 3 · lag 1');
    await tree.description(group, 'Empty');
    await tree.collapse('Consumer Groups');
  });

  it('creates nothing when Create Topic is escaped at any step', async () => {
    const { input, tree } = session.workbench;
    const steps = [
      ['Name of the new topic', escaped],
      ['Partitions', '1'],
      ['Replication factor', '1'],
      ['Configs', ''],
    ] as const;
    for (let escapeAt = 0; escapeAt < steps.length; escapeAt++) {
      await tree.choose('Topics', 'Create Topic…');
      for (const [step, text] of steps.slice(0, escapeAt)) await input.answer(step, text);
      await input.type(steps[escapeAt]?.[0] ?? '', steps[escapeAt]?.[1] ?? '');
      await input.cancel();
    }
    const topics = await kafkaTool('topics', ['--list']);
    assert.ok(!topics.includes(escaped));
  });

  it('says what is wrong with a topic name while it is typed', async () => {
    const { input, tree } = session.workbench;
    await tree.choose('Topics', 'Create Topic…');
    await input.type('Name of the new topic', 'not/allowed');
    await input.step('A topic name has only letters');
    await input.accept();
    await input.step('(1/4)');
    await input.cancel();
  });

  it('deletes nothing when another name is typed', async () => {
    const { input, tree } = session.workbench;
    await tree.choose(topic, 'Delete Topic…');
    await input.answer("Type the topic's name", `${topic}x`);
    await input.step(`Type ${topic} to delete`);
    await input.cancel();
    assert.match(await kafkaTool('topics', ['--list']), new RegExp(`^${topic}$`, 'm'));
  });

  it('describes a topic in a readable document', async () => {
    const { workbench } = session;
    await workbench.tree.choose(topic, 'Describe Topic');
    await workbench.tab(topic).waitFor();
    const text = await workbench.editorText(`# ${topic}`);
    assert.match(text, /- Partitions: 2\n- Replication factor: 1/);
    assert.match(text, /\| 0 +\| 1 +\| 1 +\| 1 +\| 0 +\| 3 /);
  });

  it('removes a saved cluster after asking, and nothing else', async () => {
    const { workbench } = session;
    await workbench.tree.choose('Http', 'Remove Cluster…');
    const dialog = workbench.dialog('Remove the saved cluster "Http"?');
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await workbench.tree.item('Http').waitFor({ state: 'detached' });
    const settings = JSON.parse(await readFile(session.settingsFile, 'utf8')) as Record<
      string,
      object
    >;
    assert.deepEqual(Object.keys(settings['kafkaWorkbench.clusters'] ?? {}), ['Good', 'Dead']);
  });
});

/** A topic with three records in partition 0, and a group that has read two of them. */
async function seed(): Promise<void> {
  const client = testClient();
  await createTopic(client, { name: topic, partitions: 2, replicationFactor: 1 });
  const record = { key: null, value: Buffer.from('{}'), partition: 0 };
  await produceRecords(client, topic, [record, record]);
  const read = ['--topic', topic, '--group', group, '--from-beginning', '--max-messages', '2'];
  await kafkaTool('consumer', read);
  await produceRecords(client, topic, [record]);
  await client.close();
}
