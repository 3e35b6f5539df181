import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { deleteTopics } from '../../src/kafka/admin/deleteTopics.ts';
import { produceRecords } from '../../src/kafka/produce/produceRecords.ts';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { SuiteCluster } from '../support/suiteCluster.ts';

const topic = 'orders';

describe('while the broker is away, in VS Code', () => {
  const own = new SuiteCluster();
  const produce = (value: string) =>
    produceRecords(own.client, topic, [{ key: null, value: Buffer.from(value), partition: 0 }]);
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    const pid = own.brokers[0]?.pid;
    assert.ok(pid);
    process.kill(pid, name);
  };

  before(async () => {
    await createTopic(own.client, { name: topic, partitions: 2, replicationFactor: 1 });
  });
  const session = new SuiteSession(() => ({
    clusters: { Own: { bootstrapServers: own.bootstrapServers } },
    expanded: ['Own', 'Topics'],
  }));

  it('a menu of the tree is still of its node while its list is asked for again', async () => {
    const { workbench } = session;
    signal('SIGSTOP');
    await workbench.tree.choose('Topics', 'Refresh');
    await workbench.page.locator('.sidebar .monaco-progress-container.active').first().waitFor();
    await workbench.tree.choose(topic, 'Tail Topic');
    await workbench.tab(topic).waitFor();
    signal('SIGCONT');
    const tail = await TailView.of(workbench);
    await tail.frame.getByText(`Waiting for new records in ${topic}.`).waitFor();
  });

  it('a tail says that the broker does not answer, and goes on when it is back', async () => {
    const tail = await TailView.of(session.workbench);
    const [broker] = own.brokers;
    assert.ok(broker);
    await produce('before');
    await tail.rows(1);
    await broker.kill();
    await tail.frame.locator('.problem-text:not(:empty)').waitFor();
    await tail.frame.locator('.state', { hasText: 'Interrupted' }).waitFor();
    await broker.start();
    await produce('after');
    const rows = await tail.rows(2);
    assert.deepEqual(
      rows.map(({ value }) => value),
      ['before', 'after'],
    );
    await tail.frame.locator('.state', { hasText: 'Live' }).waitFor();
    await tail.frame.locator('.problem-text:empty').waitFor({ state: 'attached' });
  });

  it('a tail says that its topic was deleted, and keeps what it has read', async () => {
    const tail = await TailView.of(session.workbench);
    await deleteTopics(own.client, [topic]);
    await tail.frame.locator('.banner', { hasText: 'deleted' }).waitFor();
    assert.equal((await tail.rows(2)).length, 2);
  });
});
