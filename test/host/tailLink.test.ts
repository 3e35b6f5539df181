import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { produceRecords } from '../../src/kafka/produce/produceRecords.ts';
import { recordLink } from '../../src/vscode/tail/link/recordLink.ts';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { kafkaTool } from '../support/kafkaTools.ts';
import { testClient } from '../support/testClient.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('linked');
/** What a link has to carry: a name of words and of signs that mean something in a query. */
const cluster = 'Test & 50% ü';
const extension = 'kafka-workbench.kafka-workbench';

describe('a link to a record, in VS Code', () => {
  const client = testClient();

  before(async () => {
    await createTopic(client, { name: topic, partitions: 1, replicationFactor: 1 });
    const records = [0, 1, 2, 3, 4].map((n) => ({ key: Buffer.from(`k-${n}`), value: null }));
    await produceRecords(client, topic, records);
  });
  const session = new SuiteSession({ clusters: { [cluster]: {} }, files: { 'paste.txt': '' } });
  after(() => client.close());

  /** Opens a link as the system hands it to VS Code, which asks first whether it is for the extension. */
  async function open(link: string): Promise<void> {
    const { workbench } = session;
    await workbench.run('Developer: Open URL');
    await workbench.input.answer('URL to open', link);
    const asked = workbench.dialog('to open this URI');
    await asked.getByRole('button', { name: 'Open', exact: true }).click();
    await asked.waitFor({ state: 'detached' });
  }

  const link = (query: string): string => `code-oss://${extension}/topic?${query}`;
  const ours = (query: string): string => link(`cluster=Test%20%2526%2050%2525%20%C3%BC&${query}`);
  const answer = (question: string) =>
    session.workbench.dialog(question).getByRole('button', { name: 'Open', exact: true }).click();

  it('connects to nothing before it was answered', async () => {
    const { workbench } = session;
    await open(ours(`topic=${topic}&partition=0&offset=3`));
    const asked = workbench.dialog(`Open ${topic}[0]@3?`);
    await asked.getByText(`It connects to "${cluster}"`).waitFor();
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await asked.waitFor({ state: 'detached' });
    assert.equal(await workbench.page.locator('.tabs-container').getByRole('tab').count(), 0);
    await workbench.show('Kafka');
    const node = workbench.tree.item(cluster).first();
    assert.equal(await node.getAttribute('aria-expanded'), 'false');
  });

  it('shows its record, selected, with the details', async () => {
    const { workbench } = session;
    await open(ours(`topic=${topic}&partition=0&offset=3`));
    await answer(`Open ${topic}[0]@3?`);
    const tail = await TailView.of(workbench);
    const rows = await tail.rows(2);
    assert.deepEqual(
      rows.map(({ offset }) => offset),
      ['3', '4'],
    );
    await tail.frame.locator('.row.active .key', { hasText: 'k-3' }).waitFor();
    await tail.frame.locator('.details').first().waitFor();
  });

  it('comes back from the record’s menu', async () => {
    const { workbench } = session;
    const tail = await TailView.of(workbench);
    await tail.frame.locator('.row .key', { hasText: 'k-4' }).click();
    await workbench.page.keyboard.press('Shift+F10');
    await tail.frame.getByRole('menuitem', { name: 'Copy Link to Record' }).click();
    await tail.frame.getByText('Copied').first().waitFor({ state: 'attached' });
    await workbench.openFile('paste.txt');
    await workbench.paste();
    const copied = await workbench.editorText('topic?');
    const target = { cluster, topic, partition: 0, offset: '4' };
    assert.equal(copied, recordLink('code-oss', extension, target));
    await workbench.run('File: Revert File');
    await open(copied);
    await answer(`Open ${topic}[0]@4?`);
    const again = await TailView.of(workbench);
    await again.frame.locator('.row.active .key', { hasText: 'k-4' }).waitFor();
    assert.equal((await again.rows(1)).length, 1);
  });

  it('says so where the record is not there', async () => {
    const { workbench } = session;
    const before = { topic, partition: 0, offset: 2 };
    const file = join(session.workspace, 'delete.json');
    await writeFile(file, JSON.stringify({ version: 1, partitions: [before] }));
    await kafkaTool('deleteRecords', ['--offset-json-file', file]);
    await open(ours(`topic=${topic}&partition=0&offset=1`));
    await answer(`Open ${topic}[0]@1?`);
    const tail = await TailView.of(workbench);
    await tail.frame.locator('.banner', { hasText: 'no record at offset 1 any more' }).waitFor();
    assert.equal((await tail.rows(3))[0]?.offset, '2');
    await open(ours(`topic=${topic}&partition=0&offset=9223372036854775807`));
    await answer('@9223372036854775807?');
    await tail.frame.locator('.banner', { hasText: 'the next record gets 5' }).waitFor();
    await workbench.closeAllEditors();
  });

  it('is refused where it names nothing that is saved, or nothing at all', async () => {
    const { workbench } = session;
    await open(link(`cluster=Elsewhere&topic=${topic}`));
    await workbench.notification('names the cluster "Elsewhere"').waitFor();
    await workbench.clearNotifications();
    for (const query of [
      `topic=${'x'.repeat(5_000)}`,
      'topic=a%E2%80%AEb',
      'topic=%25E0%25A4%25A',
      `topic=${topic}&partition=0&offset=99999999999999999999`,
      `topic=${topic}&partition=-1`,
    ]) {
      await open(ours(query));
      await workbench.notification('names no topic').waitFor();
      await workbench.clearNotifications();
    }
    assert.equal(await workbench.page.locator('.tabs-container').getByRole('tab').count(), 0);
  });

  it('creates no topic that is not there', async () => {
    const { workbench } = session;
    await open(ours(`topic=${topic}-gone&partition=0&offset=1`));
    await answer(`Open ${topic}-gone[0]@1?`);
    const tail = await TailView.of(workbench);
    await tail.frame.getByText('does not exist').first().waitFor();
    assert.ok(!(await kafkaTool('topics', ['--list'])).includes(`${topic}-gone`));
  });
});
