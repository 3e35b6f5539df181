import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { kafkaTool } from '../support/kafkaTools.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('host-editing');

const whole = `@cluster = Editing
TOPIC ${topic}
partitions: 1
###
PRODUCER three
topic: ${topic}
count: 3
record {{$index}}
###
SHOW topic ${topic}
`;
const written = `@cluster = Editing
CONSUMER
topic:users
form: earliest
###
`;
const running = `@cluster = Editing
PRODUCER slow
topic: ${topic}
rate: 2/s
count: 100000
slow
###
DELETE topic ${topic}
`;
const waiting = `@cluster = Editing
CONSUMER
topic: ${topic}
limit: 100
###
`;
const missing = `@cluster = Editin
PRODUCER
topic: ${topic}-missing
x
###
`;
const rest = `@cluster = Editing
PRODUCER
topic: ${topic}-missing
records: jsonl file(rest.jsonl)
###
`;
const silent = `@cluster = Silent
SHOW topics
`;

/** Writing, running and stopping in a scratch file, beyond what test/host/scratch.test.ts runs. */
describe('editing a scratch file, in VS Code', () => {
  let mute: Server;

  before(async () => {
    // Takes connections and never says a word.
    mute = createServer();
    mute.listen(0, '127.0.0.1');
    await once(mute, 'listening');
  });
  const session = new SuiteSession(() => ({
    files: {
      'whole.kafka': whole,
      'written.kafka': written,
      'running.kafka': running,
      'waiting.kafka': waiting,
      'missing.kafka': missing,
      'rest.kafka': rest,
      'rest.jsonl': '{"value":"a"}\n{"value":"b","partition":7}\n{"value":"c"}\n',
      'silent.kafka': silent,
    },
    clusters: {
      Editing: {},
      Silent: { bootstrapServers: `127.0.0.1:${(mute.address() as AddressInfo).port}` },
    },
  }));
  after(() => void mute.close());

  const ends = async () => (await kafkaTool('offsets', ['--topic', topic])).trim();

  it('runs all blocks of a file, one after the other', async () => {
    const { workbench } = session;
    await workbench.openFile('whole.kafka');
    // The palette offers the command where the editor is known to hold a scratch file.
    await workbench.lens('Run').nth(2).waitFor();
    await workbench.run('Kafka: Run All Blocks of the File');
    await workbench.drawnText('✓ created');
    await workbench.drawnText('✓ 3 records');
    await workbench.drawnText('✓ 1 row');
    assert.equal(await ends(), `${topic}:0:3`);
  });

  it('copies and clears what stands at the blocks', async () => {
    const { workbench } = session;
    await workbench.goToLine(2);
    await workbench.run('Kafka: Copy Result of Block');
    await workbench.run('Kafka: Clear Results of the File');
    await workbench.lens('Open').first().waitFor({ state: 'detached' });
    await workbench.goToLine(10);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type('\n-- ');
    await workbench.page.keyboard.press('ControlOrMeta+V');
    await workbench.editorText('-- ✓ created');
    await workbench.page.keyboard.press('ControlOrMeta+Z');
    await workbench.page.keyboard.press('ControlOrMeta+Z');
  });

  it('offers by keyboard what the lenses of a block offer', async () => {
    const { workbench } = session;
    const { keyboard } = workbench.page;
    await workbench.goToLine(2);
    await keyboard.press('Alt+Enter');
    const labels = workbench.page.locator('.quick-input-list .label-name');
    await labels.filter({ hasText: 'Describe' }).waitFor();
    assert.deepEqual(
      (await labels.allTextContents()).map((label) => label.trim()),
      ['Run', 'Preview', 'Describe', 'Delete…'],
    );
    await keyboard.press('Enter');
    await workbench.drawnText('✓ already so');
  });

  it('sends ten times as many records', async () => {
    const { workbench } = session;
    await workbench.goToLine(5);
    await workbench.run('Kafka: Run Block 10 Times');
    await workbench.drawnText('✓ 30 records');
    assert.equal(await ends(), `${topic}:0:33`);
  });

  it('shows a CONSUMER that waits for more as a table, from where it began', async () => {
    const { workbench } = session;
    await workbench.openFile('waiting.kafka');
    await workbench.clickLens('Run', 'CONSUMER');
    await workbench.drawnText('reading…');
    await workbench.tab('whole.kafka').click();
    await workbench.clickLens('Run', 'PRODUCER three');
    await session.workbench.until(async () => (await ends()) === `${topic}:0:36`);
    await workbench.tab('waiting.kafka').click();
    await workbench.clickLens('Show as Table', 'CONSUMER');
    const { frame } = await TailView.of(workbench);
    await frame.locator('[role=grid][aria-rowcount="4"]').waitFor();
    await workbench.tab('waiting.kafka').click();
    await workbench.clickLens('Stop', 'CONSUMER');
    await workbench.drawnText('✓ shown in the tail view');
  });

  it('stops a block that runs when its Cancel lens is clicked', async () => {
    const { workbench } = session;
    await workbench.openFile('running.kafka');
    await workbench.clickLens('Run', 'PRODUCER slow');
    await workbench.drawnText('/s');
    await workbench.clickLens('Cancel', 'PRODUCER slow');
    await workbench.lens('Cancel').waitFor({ state: 'detached' });
    await workbench.lens('Run').nth(1).waitFor();
    const stopped = await ends();
    assert.notEqual(stopped, `${topic}:0:3`);
    assert.equal(await ends(), stopped);
  });

  it('asks before a block deletes something, naming it, and takes no for an answer', async () => {
    const { workbench } = session;
    const plan = workbench.dialog(`This deletes the topic “${topic}” with 1 partition and all`);
    await workbench.clickLens('Run', 'DELETE');
    await plan.getByRole('button', { name: 'Cancel' }).click();
    await workbench.lens('Cancel').waitFor({ state: 'detached' });
    assert.match(await ends(), /:0:\d+$/);
    await workbench.clickLens('Run', 'DELETE');
    await plan.getByRole('button', { name: 'Delete' }).click();
    await workbench.drawnText('✓ deleted');
    const topics = await kafkaTool('topics', ['--list']);
    assert.ok(!topics.split('\n').includes(topic));
  });

  it('cancels a block at once that waits for its cluster to connect', async () => {
    const { workbench } = session;
    await workbench.openFile('silent.kafka');
    await workbench.clickLens('Run', 'SHOW');
    await workbench.lens('Cancel').waitFor();
    await workbench.goToLine(2);
    await workbench.run('Kafka: Cancel Block');
    // Connecting itself is given 10 s.
    await workbench.lens('Cancel').waitFor({ state: 'detached', timeout: 4000 });
    await workbench.show('Kafka');
    await workbench.tree.description('Silent', 'connecting');
  });

  it('explains a property where the pointer rests', async () => {
    const { workbench } = session;
    await workbench.openFile('written.kafka');
    await workbench.goToLine(3);
    await workbench.run('Show or Focus Hover');
    await workbench.page.locator('.monaco-hover:visible').getByText('topic').first().waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('mends a misspelt property with a quick fix', async () => {
    const { workbench } = session;
    await workbench.goToLine(4);
    await workbench.page.locator('.squiggly-error').first().waitFor();
    await workbench.quickFix('Change to “from”');
    assert.match(await workbench.editorText('from: earliest'), /\nfrom: earliest\n/);
  });

  it('formats what was typed in a hurry', async () => {
    const { workbench } = session;
    await workbench.run('Format Document');
    assert.match(
      await workbench.editorText('topic: users'),
      /CONSUMER\ntopic: users\nfrom: earliest/,
    );
  });

  it('tells a cluster that is not saved while it is written, and changes to one that is', async () => {
    const { workbench } = session;
    await workbench.openFile('missing.kafka');
    await workbench.goToLine(1);
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await workbench.quickFix('Change to “Editing”');
    await workbench.editorText('@cluster = Editing');
    await workbench.lensText('Editing').waitFor();
  });

  it('creates the topic that a block lacks, and runs it again', async () => {
    const { workbench } = session;
    await workbench.clickLens('Run', 'PRODUCER');
    await workbench.drawnText('✗ topic');
    await workbench.clickLens('Create Topic', 'PRODUCER');
    assert.match(await workbench.drawnText('✓'), new RegExp(`^✓ ${topic}-missing\\[0\\]@0 `));
    assert.match(await kafkaTool('topics', ['--list']), new RegExp(`^${topic}-missing$`, 'm'));
  });

  it('sends what was not written, and nothing twice', async () => {
    const { workbench } = session;
    await workbench.openFile('rest.kafka');
    await workbench.clickLens('Run', 'PRODUCER');
    await workbench.drawnText('✗ 1 written, 1 refused');
    const mended = '{"value":"a"}\n{"value":"b","partition":0}\n{"value":"c"}\n';
    await writeFile(join(session.workspace, 'rest.jsonl'), mended);
    await workbench.clickLens('Send the Rest', 'PRODUCER');
    await workbench.drawnText('✓ 2 records');
    const offsets = await kafkaTool('offsets', ['--topic', `${topic}-missing`]);
    assert.equal(offsets.trim(), `${topic}-missing:0:4`);
    await workbench.tab('missing.kafka').click();
  });

  it('creates a topic by a quick fix before anything has run', async () => {
    const { workbench } = session;
    await workbench.goToLine(3);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type('-too');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await workbench.quickFix(`Create Topic “${topic}-missing-too”`);
    await workbench.notification(`Created topic ${topic}-missing-too`).waitFor();
    assert.match(await kafkaTool('topics', ['--list']), new RegExp(`^${topic}-missing-too$`, 'm'));
  });
});
