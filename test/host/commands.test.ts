import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { consoleConsume, kafkaTool } from '../support/kafkaTools.ts';
import { testClient } from '../support/testClient.ts';
import { uniqueName } from '../support/uniqueName.ts';

const prefix = uniqueName('cmd');
const topics = [`${prefix}-a`, `${prefix}-b`];
const [topic = ''] = topics;

describe('the commands, in VS Code', () => {
  before(async () => {
    const client = testClient();
    for (const name of topics) {
      await createTopic(client, { name, partitions: 1, replicationFactor: 1 });
    }
    await client.close();
  });
  const session = new SuiteSession({
    clusters: { One: {}, Two: {} },
    expanded: ['One', 'Topics'],
  });
  before(() => session.workbench.tree.item(topic).waitFor());

  it('produces what was typed even when Enter follows at once, and opens it in the tail view', async () => {
    const { workbench } = session;
    const { input, page } = workbench;
    await workbench.tree.choose(topic, 'Produce Message…');
    await input.step('Key: type it');
    await page.keyboard.insertText('fast-key');
    await page.keyboard.press('Enter');
    await input.step('Value: type it');
    await page.keyboard.insertText('fast-value');
    await page.keyboard.press('Enter');
    await input.answer('Headers, if any', '');
    await workbench.answerNotification(
      `Produced to ${topic}, partition 0, offset 0.`,
      'Open in Tail View',
    );
    const tail = await TailView.of(workbench);
    const [row] = await tail.rows(1);
    assert.equal(row?.key, 'fast-key');
    assert.equal(row.offset, '0');
    assert.match((await consoleConsume(topic, 1))[0] ?? '', /\tfast-key\tfast-value$/);
  });

  it('produces a tombstone without a key when these are chosen', async () => {
    const { workbench } = session;
    const { input } = workbench;
    await workbench.tree.choose(topic, 'Produce Message…');
    await input.pick('Key: type it', 'No key');
    await input.pick('Value: type it', 'Tombstone');
    await input.answer('Headers, if any', '');
    await workbench.notification(`Produced to ${topic}, partition 0, offset 1.`).waitFor();
    assert.match((await consoleConsume(topic, 2))[1] ?? '', /Offset:1\tNO_HEADERS\tnull\tnull$/);
  });

  it('goes on in a .kafka file with what was typed', async () => {
    const { workbench } = session;
    const { input } = workbench;
    await workbench.tree.choose(topic, 'Produce Message…');
    await input.answer('Key: type it', 'User_1');
    await input.type('Value: type it', 'half a value');
    await input.row('Write It in a .kafka File…').click();
    const text = await workbench.editorText('half a value');
    assert.match(text, new RegExp(`PRODUCER\ntopic: ${topic}\nkey: User_1\nhalf a value\n###`));
  });

  it('opens a new scratch file for the selected cluster', async () => {
    const { workbench } = session;
    await workbench.run('Kafka: Select Cluster…');
    await workbench.input.pick('Choose a cluster', 'Two');
    await workbench.tree.description('Two', 'selected');
    await workbench.run('Kafka: New Scratch File');
    const text = await workbench.editorText('@cluster = Two');
    assert.match(text, /PRODUCER\ntopic: /);
    await workbench.lens('Run').first().waitFor();
  });

  it('shows internal topics when they are asked for', async () => {
    const { workbench } = session;
    await workbench.closeAllEditors();
    await workbench.run('Kafka: Show Internal Topics');
    await workbench.tree.item('__consumer_offsets').waitFor();
    await workbench.run('Kafka: Hide Internal Topics');
    await workbench.tree.item('__consumer_offsets').waitFor({ state: 'detached' });
  });

  it('copies the names of what is selected', async () => {
    const { workbench } = session;
    await workbench.tree.choose(topic, 'Copy Name');
    await workbench.run('File: New Untitled Text File');
    await workbench.paste();
    assert.equal(await workbench.editorText(topic), topic);
    await workbench.closeAllEditors();
  });

  it('deletes several topics once their number is typed', async () => {
    const { workbench } = session;
    const { tree, input } = workbench;
    await tree.item(topics[0] ?? '').click();
    await tree.item(topics[1] ?? '').click({ modifiers: ['ControlOrMeta'] });
    await tree.choose(topics[1] ?? '', 'Delete Topic…');
    await input.answer('Type their number', '2');
    await workbench.notification('Deleted 2 topics from One.').waitFor();
    const left = await kafkaTool('topics', ['--list']);
    assert.ok(!left.includes(prefix));
  });

  it('forgets what it showed of a cluster whose address is edited', async () => {
    const { workbench } = session;
    const { tree, input } = workbench;
    await tree.choose('One', 'Edit Cluster…');
    await input.answer('A name of your choice', 'One');
    await input.answer('Bootstrap servers', '127.0.0.1:1');
    await tree.description('One', 'not connected');
    await tree.item('Topics').waitFor({ state: 'detached' });
    await tree.expand('One');
    await tree.containing('Nothing listens at 127.0.0.1:1').waitFor();
  });
});
