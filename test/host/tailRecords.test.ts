import { after, before, describe, it } from 'node:test';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { produceRecords } from '../../src/kafka/produce/produceRecords.ts';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { testClient } from '../support/testClient.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('records');
/** VS Code gives extensions no text document of more than 50 MB. */
const largeBytes = 51 * 1024 * 1024;
/** {"a":1} and {"a":2} in MessagePack. */
const packed = [1, 2].map((a) => Buffer.from([0x81, 0xa1, 0x61, a]));

describe('records of the tail view in editors, in VS Code', () => {
  const client = testClient();
  before(async () => {
    const configs = { 'max.message.bytes': String(2 * largeBytes) };
    await createTopic(client, { name: topic, partitions: 1, replicationFactor: 1, configs });
    const values = [...packed, Buffer.alloc(largeBytes, 'large')];
    for (const value of values) await produceRecords(client, topic, [{ key: null, value }]);
  });
  const session = new SuiteSession({ clusters: { Test: {} }, expanded: ['Test', 'Topics'] });
  after(() => client.close());

  it('are compared as they are decoded', async () => {
    const { workbench } = session;
    await workbench.tree.choose(topic, 'Tail Topic');
    const tail = await TailView.of(workbench);
    await tail.fromBeginning();
    await tail.rows(3);
    await tail.frame.getByRole('button', { name: /^View/ }).click();
    await tail.frame.getByRole('menuitem', { name: 'Decode Values…' }).click();
    await workbench.input.pick('Automatic', 'MessagePack');
    await tail.frame.locator('.row .value', { hasText: '{"a":2}' }).click();
    await tail.frame.locator('.row .value', { hasText: '{"a":1}' }).click({ modifiers: ['Shift'] });
    await workbench.page.keyboard.press('Shift+F10');
    await tail.frame.getByRole('menuitem', { name: 'Compare the Two Records' }).click();
    await workbench.tab(`${topic}: 0@0 ↔ 0@1`).waitFor();
    const changed = workbench.page.locator('.editor.modified .view-line', { hasText: '"a": 2' });
    await changed.waitFor();
  });

  it('open from a file where they are too large for a document', async () => {
    const { workbench } = session;
    await workbench.tab(topic).click();
    const tail = await TailView.of(workbench);
    await tail.frame.locator('.row .value', { hasText: 'largelarge' }).click();
    await tail.button('Open in Editor').click();
    // A browser's VS Code asks before it shows so much; that there is an editor to ask is what counts.
    await workbench.tab('0@2.value.txt').waitFor();
  });
});
