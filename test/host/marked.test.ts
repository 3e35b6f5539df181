import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { kafkaTool } from '../support/kafkaTools.ts';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('host-marked');
const group = `${topic}-group`;
const prodGroup = `${topic}-prod`;
const producer = (cluster: string): string =>
  `@cluster = ${cluster}\nPRODUCER\ntopic: ${topic}\nfrom ${cluster}\n`;

describe('a member of a group, and marked clusters, in VS Code', () => {
  before(async () => {
    await kafkaTool('topics', ['--create', '--topic', topic, '--partitions', '1']);
  });
  const session = new SuiteSession({
    files: {
      'frozen.kafka': producer('Frozen'),
      'prod.kafka': producer('Prod'),
      'rest.kafka': `@cluster = Prod\nPRODUCER\ntopic: ${topic}\nrecords: jsonl\n{"value":"a"}\n{"value":"b","partition":7}\n`,
      'gone.kafka': '@cluster = Gone\nSHOW topics\n',
      'member.kafka': `@cluster = Free\nCONSUMER ${group}\ntopic: ${topic}\nfrom: earliest\n`,
      'prod-member.kafka': `@cluster = Prod\nCONSUMER ${prodGroup}\ntopic: ${topic}\nfrom: earliest\n`,
    },
    clusters: {
      Free: {},
      Frozen: { readOnly: true },
      Prod: { production: true },
      Gone: { bootstrapServers: '127.0.0.1:1' },
    },
  });

  const runIn = async (file: string): Promise<void> => {
    const { workbench } = session;
    await workbench.openFile(file);
    await workbench.goToLine(2);
    await workbench.page.keyboard.press('Control+Enter');
  };

  it('takes nothing that writes where the cluster is read-only', async () => {
    const { workbench } = session;
    await runIn('frozen.kafka');
    await workbench.lens('Read-only cluster').waitFor();
    assert.match(await workbench.drawnText('✗'), /Frozen.{1,2} is marked as read-only/);
    await workbench.clickLens('Read-only cluster', 'PRODUCER');
    await workbench.input.step('Access to Frozen');
    await workbench.input.cancel();
    await workbench.quickFix('Set Access to “Frozen”…');
    await workbench.input.step('Access to Frozen');
    await workbench.input.cancel();
  });

  it('offers to edit a cluster that is not where it was said to be', async () => {
    const { workbench } = session;
    await runIn('gone.kafka');
    await workbench.drawnText('✗');
    await workbench.clickLens('Edit Cluster…', 'SHOW');
    await workbench.input.step('Edit Cluster');
    await workbench.input.cancel();
  });

  it('writes to a production cluster once its name was typed', async () => {
    const { workbench } = session;
    const input = workbench.input;
    await runIn('prod.kafka');
    await input.step('Type the cluster’s name to do it.');
    await input.cancel();
    await runIn('prod.kafka');
    await input.answer(`writes records to the topic “${topic}”`, 'Prod');
    await workbench.drawnText(`✓ ${topic}[0]@0`);
  });

  it('reads as a member into the tail view, and leaves when that is stopped', async () => {
    const { workbench } = session;
    await runIn('member.kafka');
    await workbench.drawnText(`reading as a member of “${group}” in the tail view`);
    const view = await TailView.of(workbench);
    const [first] = await view.rows(1);
    assert.equal(first?.value, 'from Prod');
    const members = await kafkaTool('groups', ['--describe', '--group', group, '--members']);
    assert.match(members, new RegExp(`${group}\\s+kafka-workbench-`));
    await view.frame.getByText(`Reads as a member of the group “${group}”`).first().waitFor();
    await view.frame.locator('.status-bar', { hasText: `member of ${group}` }).waitFor();
    await view.button('Stop').click();
    await view.frame.getByText('Reads as a member').first().waitFor({ state: 'detached' });
    // Leaving takes a round trip; ConsumerGroupCommand takes longer to start.
    const told = await kafkaTool('groups', ['--describe', '--group', group]);
    assert.match(told, new RegExp(`${topic}\\s+0\\s+1\\s+1\\s+0\\s+-`));
  });

  it('does not read again as a member once the cluster was marked as read-only', async () => {
    const { workbench } = session;
    await workbench.show('Kafka');
    await workbench.tree.choose('Free', 'Set Access…');
    await workbench.input.pick('Access to Free', 'Read-Only');
    await workbench.tree.item('Free').getByText('read-only').first().waitFor();
    const view = await TailView.of(workbench);
    await view.button('Start').click();
    await view.frame.getByText('The cluster "Free" is marked as read-only').first().waitFor();
    const members = await kafkaTool('groups', ['--describe', '--group', group, '--members']);
    assert.doesNotMatch(members, /kafka-workbench-/);
  });

  it('joins a group of a production cluster once its name was typed, and reads without it after a reload', async () => {
    const { workbench } = session;
    const plan = `This joins the group “${prodGroup}”, may take partitions from its members`;
    const described = () => kafkaTool('groups', ['--list']);
    await workbench.closeAllEditors();
    await runIn('prod-member.kafka');
    await workbench.input.step(plan);
    await workbench.input.cancel();
    assert.doesNotMatch(await described(), new RegExp(prodGroup));
    await runIn('prod-member.kafka');
    await workbench.input.answer(plan, 'Prod');
    const view = await TailView.of(workbench);
    await view.rows(1);
    await view.frame.locator('.status-bar', { hasText: `member of ${prodGroup}` }).waitFor();
    await workbench.run('Developer: Reload Window');
    await workbench.tab(topic).waitFor();
    const after = await TailView.of(workbench);
    await after.rows(1);
    await after.frame.locator('.status-bar', { hasText: 'no group · nothing committed' }).waitFor();
    await workbench.closeAllEditors();
  });

  it('still offers to send what was not written when that is not allowed', async () => {
    const { workbench } = session;
    const { input } = workbench;
    await runIn('rest.kafka');
    await input.answer(`writes records to the topic “${topic}”`, 'Prod');
    await workbench.drawnText('✗ 1 written, 1 refused');
    await workbench.clickLens('Send the Rest', 'PRODUCER');
    await input.step('Type the cluster’s name to do it.');
    await workbench.drawnText('running…');
    await input.cancel();
    await workbench.drawnText('✗ 1 written, 1 refused');
    await workbench.lens('Send the Rest').waitFor();
    await workbench.run('Kafka: Open Result of Block');
    const table = await workbench.webview('table');
    await table.getByRole('row', { name: 'refused 2 1' }).waitFor();
  });
});
