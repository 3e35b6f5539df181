import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fromRunner } from '../support/environment.ts';
import { HostSession } from '../support/host/hostSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { consoleConsume, consumerGroups, kafkaTool } from '../support/kafkaTools.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('host');
const scratch = `@cluster = Test

PRODUCER
topic: ${topic}
key: User_2
header: source = file
{ "userid": "User_2", "n": 9007199254740993 }
###
`;

// One person's way through the product: each step builds on the one before.
describe('the main job, in VS Code', () => {
  let session: HostSession;
  let groupsBefore: string[];

  before(async () => {
    groupsBefore = await consumerGroups();
    session = await HostSession.start({ files: { 'produce.kafka': scratch } });
  });
  after(() => session.close());
  let broken = false;
  beforeEach(() => {
    if (broken) throw new Error('An earlier step failed.');
  });
  afterEach(async (context) => {
    if (broken || !('passed' in context) || context.passed) return;
    broken = true;
    await session.keepEvidence(context.name);
  });

  it('saves a cluster that is added by name and address', async () => {
    const { workbench } = session;
    await workbench.show('Kafka');
    await workbench.run('Kafka: Add Cluster…');
    await workbench.input.answer('A name of your choice', 'Test');
    await workbench.input.answer('Bootstrap servers', fromRunner('KAFKA_BOOTSTRAP'));
    await workbench.tree.item('Test').waitFor();
    await workbench.tree.description('Test', 'not connected');
  });

  it('connects when the cluster is expanded, and says what it found', async () => {
    const { tree } = session.workbench;
    await tree.expandPath('Test', 'Topics');
    await tree.description('Test', /1 broker · Kafka 4\.3/);
    for (const list of ['Consumer Groups', 'Brokers']) await tree.item(list).waitFor();
  });

  it('creates a topic that TopicCommand describes as asked', async () => {
    const { workbench } = session;
    await workbench.tree.choose('Topics', 'Create Topic…');
    await workbench.input.answer('Name of the new topic', topic);
    await workbench.input.answer('Partitions', '2');
    await workbench.input.answer('Replication factor', '1');
    await workbench.input.answer('Configs', 'retention.ms=3600000');
    await workbench.notification(`Created topic ${topic}`).waitFor();
    await workbench.tree.item(topic).waitFor();
    const described = await kafkaTool('topics', ['--describe', '--topic', topic]);
    assert.match(described, /PartitionCount: 2\b.*ReplicationFactor: 1\b.*retention\.ms=3600000/);
  });

  it('produces a message from the palette that ConsoleConsumer reads', async () => {
    const { workbench } = session;
    const { input } = workbench;
    await workbench.run('Kafka: Produce Message…');
    await input.pick('Choose a topic', topic);
    await input.type('Key: type it', 'User_1');
    await input.accept();
    await input.type('Value: type it', '{"userid":"User_1"}');
    await input.accept();
    await input.answer('Headers, if any', 'source=palette, source=twice');
    await workbench.notification(`Produced to ${topic}, partition`).waitFor();
    const [line = ''] = await consoleConsume(topic, 1);
    assert.match(
      line,
      /Partition:[01]\tOffset:0\tsource:palette,source:twice\tUser_1\t\{"userid":"User_1"\}/,
    );
  });

  it('produces a block of a .kafka file where it stands', async () => {
    const { workbench } = session;
    await workbench.openFile('produce.kafka');
    await workbench.goToLine(3);
    await workbench.page.keyboard.press('Control+Enter');
    const drawn = await workbench.drawnText(`✓ ${topic}[`);
    const [, partition, offset] = /\[(\d)\]@(\d+) · \d+ ms$/.exec(drawn) ?? [];
    const lines = await consoleConsume(topic, 2);
    const line = lines.find((one) => one.includes('User_2')) ?? '';
    assert.ok(
      line.includes(`\tPartition:${partition}\tOffset:${offset}\tsource:file\tUser_2\t`),
      line,
    );
    assert.ok(line.endsWith('{ "userid": "User_2", "n": 9007199254740993 }'), line);
  });

  it('tails both messages with the offsets and timestamps the broker gave them', async () => {
    const { workbench } = session;
    await workbench.tree.choose(topic, 'Tail Topic');
    const tail = await TailView.of(workbench);
    await tail.fromBeginning();
    const rows = await tail.rows(2);
    const expected = await consoleConsume(topic, 2);
    for (const { key, partition, offset, timestamp } of rows.slice(0, 2)) {
      const line = expected.find((one) => one.includes(`\t${key}\t`)) ?? '';
      assert.match(line, new RegExp(`Partition:${partition}\tOffset:${offset}\t`));
      const ms = Number(/CreateTime:(\d+)/.exec(line)?.[1]);
      const local = new Date(ms);
      const time = [local.getHours(), local.getMinutes(), local.getSeconds()]
        .map((part) => String(part).padStart(2, '0'))
        .join(':');
      assert.ok(timestamp.includes(`${time}.${String(ms % 1000).padStart(3, '0')}`), timestamp);
    }
    assert.deepEqual(rows.map(({ key }) => key).sort(), ['User_1', 'User_2']);
  });

  it('leaves no consumer group behind', async () => {
    assert.deepEqual(await consumerGroups(), groupsBefore);
  });

  it('deletes the topic once its name is typed', async () => {
    const { workbench } = session;
    await workbench.tree.choose(topic, 'Delete Topic…');
    await workbench.input.answer("Type the topic's name", topic);
    await workbench.notification(`Deleted topic ${topic}`).waitFor();
    await workbench.tree.item(topic).waitFor({ state: 'detached' });
    const topics = await kafkaTool('topics', ['--list']);
    assert.ok(!topics.split('\n').includes(topic));
  });
});
