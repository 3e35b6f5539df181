import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { commitGroupOffsets } from '../../src/kafka/admin/commitGroupOffsets.ts';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { produceRecords } from '../../src/kafka/produce/produceRecords.ts';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { consumerGroups } from '../support/kafkaTools.ts';
import { testClient } from '../support/testClient.ts';
import { until } from '../support/until.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('tailed');
const group = `billing-${topic}`;
const scratch = `@cluster = Test

CONSUMER
topic: ${topic}
from: earliest
###
`;

const kept = `@cluster = Test

CONSUMER
topic: __consumer_offsets
from: earliest
where: key.contains("${group}")
###
`;

describe('the tail view, in VS Code', () => {
  const client = testClient();
  let groupsBefore: string[];
  const produce = (key: string, value: string) =>
    produceRecords(client, topic, [{ key: Buffer.from(key), value: Buffer.from(value) }]);

  before(async () => {
    await createTopic(client, { name: topic, partitions: 1, replicationFactor: 1 });
    await produce('before', '{"exact":12345678901234567890.10}');
    await commitGroupOffsets(client, group, [{ topic, partition: 0, offset: 3n }]);
    groupsBefore = await consumerGroups();
  });
  const session = new SuiteSession({
    clusters: { Test: {} },
    files: { 'read.kafka': scratch, 'kept.kafka': kept },
    expanded: ['Test', 'Topics'],
  });
  after(() => client.close());

  it('shows what is produced from now on, as it comes, and nothing older', async () => {
    const { workbench } = session;
    await workbench.tree.choose(topic, 'Tail Topic');
    const tail = await TailView.of(workbench);
    await tail.frame.getByText(`Waiting for new records in ${topic}.`).waitFor();
    await produce('live', 'one');
    const rows = await tail.rows(1);
    assert.deepEqual(
      rows.map(({ key, value, offset }) => ({ key, value, offset })),
      [{ key: 'live', value: 'one', offset: '1' }],
    );
  });

  it('fetches nothing while it is paused, and goes on where it stopped', async () => {
    const tail = await TailView.of(session.workbench);
    await tail.button('Pause').click();
    await tail.button('Resume').waitFor();
    await produce('while-paused', 'two');
    await produce('while-paused', 'three');
    // What a reader that did not pause would have shown by now.
    await session.workbench.page.waitForTimeout(1500);
    assert.equal((await tail.rows(1)).length, 1);
    await tail.button('Resume').click();
    const rows = await tail.rows(3);
    assert.deepEqual(
      rows.map(({ value }) => value),
      ['one', 'two', 'three'],
    );
  });

  it('clears what it shows, and shows what comes after', async () => {
    const tail = await TailView.of(session.workbench);
    await tail.button('Clear').click();
    await tail.empty();
    await produce('after', 'four');
    const [row] = await tail.rows(1);
    assert.equal(row?.value, 'four');
  });

  it('reads from the beginning, and keeps every digit in the details', async () => {
    const tail = await TailView.of(session.workbench);
    await tail.restartFrom('the beginning');
    const rows = await tail.rows(5);
    assert.deepEqual(
      rows.map(({ offset }) => offset),
      ['0', '1', '2', '3', '4'],
    );
    await tail.openDetails(0);
    await tail.frame.getByText('12345678901234567890.10').last().waitFor();
  });

  it('reads the last records, and scans the topic for those that match', async () => {
    const tail = await TailView.of(session.workbench);
    await tail.restartFrom('the last 100');
    assert.equal((await tail.rows(5)).length, 5);
    const filter = tail.frame.getByRole('textbox', { name: 'Look for: Text' });
    await filter.fill('while-paused');
    await filter.press('Control+Enter');
    await tail.frame.getByText('5 seen · 2 match').waitFor();
    const rows = await tail.rows(2);
    assert.deepEqual(
      rows.map(({ value }) => value),
      ['two', 'three'],
    );
    await tail.button('Show All').click();
    await tail.rows(5);
  });

  it('filters what is loaded, and what arrives, by text and by an expression', async () => {
    const tail = await TailView.of(session.workbench);
    const field = tail.frame.locator('.filter-input');
    await field.fill('while-paused');
    await tail.frame.getByText('2 matches').waitFor();
    await field.press('Alt+Enter');
    await tail.frame.getByText('2 of 5 loaded records match').waitFor();
    assert.deepEqual(
      (await tail.rows(2)).map(({ value }) => value),
      ['two', 'three'],
    );
    await tail.frame.getByRole('button', { name: /^Look for/ }).click();
    await tail.frame.getByRole('menuitemradio', { name: 'Expression' }).click();
    await field.fill('key == "after" &&');
    await tail.frame.locator('.filter-problem').getByText(/./).waitFor();
    await field.fill('key == "after"');
    await field.press('Enter');
    await tail.frame.getByText('1 of 5 loaded records match').waitFor();
    await tail.button('Show All').click();
    await tail.rows(5);
  });

  it('is there again after the window was reloaded', async () => {
    const { workbench } = session;
    await workbench.run('Developer: Reload Window');
    await workbench.tab(topic).waitFor();
    const tail = await TailView.of(workbench);
    assert.ok((await tail.rows(5)).some(({ key }) => key === 'before'));
  });

  it('opens from a CONSUMER block of a .kafka file', async () => {
    const { workbench } = session;
    await workbench.closeAllEditors();
    await workbench.openFile('read.kafka');
    await workbench.lens('Run').first().click();
    const tail = await TailView.of(workbench);
    const rows = await tail.rows(5);
    assert.equal(rows[0]?.key, 'before');
  });

  it('opens a value in an editor, and a block that produces the record again', async () => {
    const { workbench } = session;
    const tail = await TailView.of(workbench);
    await tail.openDetails(0);
    await tail.button('Open in Editor').click();
    await workbench.tab('0@0.value.json').waitFor();
    assert.match(await workbench.editorText('exact'), /"exact": 12345678901234567890.10/);
    await workbench.tab(topic).first().click();
    const again = await TailView.of(workbench);
    await again.button('Produce Again…').click();
    assert.match(await workbench.editorText('PRODUCER'), /key: before/);
  });

  it('shows in words what a group has committed', async () => {
    const { workbench } = session;
    await workbench.closeAllEditors();
    await workbench.openFile('kept.kafka');
    await workbench.clickLens('Run', 'CONSUMER');
    await workbench.tab('__consumer_offsets').waitFor();
    const [row] = await (await TailView.of(workbench)).rows(1);
    assert.equal(row?.key, JSON.stringify({ type: 1, data: { group, topic, partition: 0 } }));
    assert.match(row.value, /^\{"version":\d,"data":\{"offset":3,/);
  });

  it('begins where a group stands, from its node or from the menu, and there again after a reload', async () => {
    const { workbench } = session;
    await workbench.closeAllEditors();
    await workbench.tree.expandPath('Test', 'Consumer Groups');
    await workbench.tree.description('Consumer Groups', /^\d/);
    await workbench.tree.choose(group, 'Tail from Committed Offsets');
    const offsets = async () =>
      (await (await TailView.of(workbench)).rows(2)).map((row) => row.offset);
    assert.deepEqual(await offsets(), ['3', '4']);
    const tail = await TailView.of(workbench);
    await tail.restartFrom('the beginning');
    await tail.rows(5);
    await tail.frame
      .getByRole('button', { name: /^from / })
      .first()
      .click();
    await tail.frame.getByRole('menuitem', { name: 'Committed Offsets of a Group…' }).click();
    await workbench.input.answer(`Read ${topic} from where a group stands`, group);
    const stands = `from the committed offsets of “${group}”`;
    await tail.frame.getByRole('button', { name: stands }).waitFor();
    assert.deepEqual(await offsets(), ['3', '4']);
    await commitGroupOffsets(client, group, [{ topic, partition: 0, offset: 5n }]);
    await workbench.run('Developer: Reload Window');
    await workbench.tab(topic).waitFor();
    assert.deepEqual(await offsets(), ['3', '4']);
  });

  it('is opened once more, to read something else of the same topic', async () => {
    const { workbench } = session;
    await workbench.closeAllEditors();
    await workbench.tree.expandPath('Test', 'Topics');
    await workbench.tree.description('Topics', /^\d/);
    await workbench.tree.choose(topic, 'Tail Topic');
    const tail = await TailView.of(workbench);
    await tail.restartFrom('the beginning');
    await tail.rows(5);
    await tail.button('View ▾').click();
    await tail.frame.getByRole('menuitem', { name: 'Open Another View' }).click();
    const tabs = workbench.page.locator('.tabs-container').getByRole('tab', { name: topic });
    await tabs.nth(1).waitFor();
    const filled = async () => {
      const frames = workbench.page.frames();
      const rows = frames.map((frame) => frame.locator('.offset:not(:empty)').count());
      return (await Promise.all(rows)).filter((count) => count >= 5).length;
    };
    await until(filled, (count) => count === 2);
  });

  it('has left no consumer group behind', async () => {
    assert.deepEqual(await consumerGroups(), groupsBefore);
  });
});
