import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { produceRecords } from '../../src/kafka/produce/produceRecords.ts';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { testClient } from '../support/testClient.ts';
import { uniqueName } from '../support/uniqueName.ts';

const [orders, users] = [uniqueName('orders'), uniqueName('users')];
const long = 'x'.repeat(3_000);

describe('the grid of the tail view, in VS Code', () => {
  const client = testClient();
  const produce = (topic: string, key: string, value: string) =>
    produceRecords(client, topic, [{ key: Buffer.from(key), value: Buffer.from(value) }]);

  before(async () => {
    for (const name of [orders, users]) {
      await createTopic(client, { name, partitions: 1, replicationFactor: 1 });
    }
  });
  const session = new SuiteSession({
    clusters: { Test: {} },
    files: { 'paste.txt': '' },
    expanded: ['Test', 'Topics'],
  });
  after(() => client.close());

  /** What the clipboard holds, pasted into an editor as a person would. */
  async function pasted(line: string): Promise<string> {
    const { workbench } = session;
    await workbench.openFile('paste.txt');
    await workbench.run('Select All');
    await workbench.paste();
    const text = await workbench.editorText(line);
    await workbench.run('File: Save');
    return text;
  }

  /** Selects both topics in the tree and opens them in one view. */
  async function tailBoth(): Promise<TailView> {
    const { tree } = session.workbench;
    await tree.item(orders).first().click();
    await tree
      .item(users)
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await tree.choose(users, 'Tail Topic');
    return TailView.of(session.workbench);
  }

  it('shows the topics that are selected in the tree in one view', async () => {
    const tail = await tailBoth();
    await tail.frame.getByRole('columnheader', { name: 'Topic' }).waitFor();
    await tail.frame.getByText('Waiting for new records').waitFor();
    await produce(orders, 'o-1', `{"total":9007199254740993,"note":"${long}"}`);
    await tail.frame.locator('.row .topic', { hasText: orders }).waitFor();
    await produce(users, 'u-1', 'two');
    await tail.frame.locator('.row .topic', { hasText: users }).waitFor();
  });

  it('copies rows in full, and shows a field as a column with all its digits', async () => {
    const { workbench } = session;
    const tail = await TailView.of(workbench);
    await tail.frame.locator('.row .key', { hasText: 'o-1' }).click();
    await tail.frame.locator('.row .key', { hasText: 'u-1' }).click({ modifiers: ['Shift'] });
    await workbench.page.keyboard.press('Shift+F10');
    await tail.frame.getByRole('menuitem', { name: 'Copy as JSON Lines' }).click();
    await tail.frame.getByText('2 selected').waitFor();
    const lines = (await pasted(`"topic":"${orders}"`)).split('\n');
    assert.ok(lines.some((line) => line.includes(long.slice(0, 50))));
    await workbench.tab(orders).click();
    const again = await TailView.of(workbench);
    await again.frame.getByRole('button', { name: 'Columns and Times' }).click();
    await again.frame.getByRole('menuitem', { name: 'Add a Field as a Column…' }).click();
    await workbench.input.type('', 'total');
    await workbench.input.row('value.total').first().click();
    await again.frame.locator('.row .field', { hasText: '9007199254740993' }).waitFor();
  });

  it('comes back after a reload with what it showed, and goes on', async () => {
    const { workbench } = session;
    const before = await TailView.of(workbench);
    const filter = before.frame.locator('.filter-input');
    await before.frame.getByRole('button', { name: /^Look for/ }).click();
    await before.frame.getByRole('menuitemradio', { name: 'Expression' }).click();
    await filter.fill('key == "u-1"');
    await filter.press('Enter');
    await before.frame.getByText('1 of 2 loaded records match').waitFor();
    await workbench.run('Developer: Reload Window');
    await workbench.tab(orders).waitFor();
    const tail = await TailView.of(workbench);
    await tail.frame.getByRole('columnheader', { name: 'Topic' }).waitFor();
    await tail.frame.getByRole('columnheader', { name: 'value.total' }).waitFor();
    // What it had shown before is there again, of both topics, and with it the filter that was in force.
    await tail.frame.locator('.row .key', { hasText: 'u-1' }).waitFor();
    assert.equal(await tail.frame.locator('.row .key', { hasText: 'o-1' }).count(), 0);
    assert.equal(await tail.frame.locator('.filter-input').inputValue(), 'key == "u-1"');
    await tail.button('Show All').click();
    await tail.frame.locator('.row .key', { hasText: 'o-1' }).waitFor();
    await produce(users, 'u-2', 'three');
    await tail.frame.locator('.row .key', { hasText: 'u-2' }).waitFor();
    await workbench.closeAllEditors();
    await workbench.tree.expandPath('Test', 'Topics');
    await workbench.tree.item(users).first().click();
    await workbench.tree.choose(users, 'Tail Topic');
    const one = await TailView.of(workbench);
    await one.frame.getByText(`Waiting for new records in ${users}.`).waitFor();
    await produce(users, 'u-3', 'seen before the reload');
    await one.rows(1);
    await workbench.run('Developer: Reload Window');
    await workbench.tab(users).waitFor();
    const after = await TailView.of(workbench);
    const rows = await after.rows(1);
    assert.deepEqual(
      rows.map(({ key }) => key),
      ['u-3'],
    );
  });

  it('goes on to another end with the rows that it has', async () => {
    const { workbench } = session;
    const tail = await TailView.of(workbench);
    await tail.frame.getByRole('button', { name: /^to never stop/ }).click();
    await tail.frame.getByRole('menuitemradio', { name: 'the end as of now' }).click();
    await tail.frame.getByText('Read up to the end', { exact: false }).first().waitFor();
    assert.equal((await tail.rows(1)).length, 1);
    await tail.frame.getByRole('button', { name: /^to the end/ }).click();
    await tail.frame.getByRole('menuitemradio', { name: 'never stop' }).click();
    await produce(users, 'u-4', 'after');
    assert.deepEqual(
      (await tail.rows(2)).map(({ key }) => key),
      ['u-3', 'u-4'],
    );
  });

  it('copies a link to a record', async () => {
    const { workbench } = session;
    const tail = await TailView.of(workbench);
    await tail.frame.locator('.row .key', { hasText: 'u-4' }).click();
    await workbench.page.keyboard.press('Shift+F10');
    await tail.frame.getByRole('menuitem', { name: 'Copy Link to Record' }).click();
    await tail.frame.getByText('Copied').first().waitFor({ state: 'attached' });
    const text = await pasted('cluster=Test');
    assert.match(text, new RegExp(`topic=${users}&partition=0&offset=3$`));
  });

  it('goes on to another end with the rows of several topics, too', async () => {
    const { workbench } = session;
    await workbench.closeAllEditors();
    await workbench.tree.expandPath('Test', 'Topics');
    const tail = await tailBoth();
    await tail.frame.getByText('Waiting for new records').waitFor();
    await produce(orders, 'o-2', 'only once');
    await tail.frame.locator('.row .key', { hasText: 'o-2' }).waitFor();
    await tail.frame.getByRole('button', { name: /^to never stop/ }).click();
    await tail.frame.getByRole('menuitemradio', { name: 'the end as of now' }).click();
    await tail.frame.getByText('Read up to the end', { exact: false }).first().waitFor();
    await tail.frame.getByRole('button', { name: /^to the end/ }).click();
    await tail.frame.getByRole('menuitemradio', { name: 'never stop' }).click();
    await produce(users, 'u-5', 'after');
    await tail.frame.locator('.row .key', { hasText: 'u-5' }).waitFor();
    assert.equal((await tail.rows(2)).length, 2);
  });
});
