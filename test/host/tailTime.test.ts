import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { produceRecords } from '../../src/kafka/produce/produceRecords.ts';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { testClient } from '../support/testClient.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('timed');
const startMs = Date.UTC(2026, 0, 31, 12);
const minuteMs = 60_000;

describe('time in the tail view, in VS Code', () => {
  const client = testClient();

  before(async () => {
    await createTopic(client, { name: topic, partitions: 1, replicationFactor: 1 });
    // One each 20 seconds, ten minutes long; of every tenth the value is another.
    const records = Array.from({ length: 31 }, (_none, n) => ({
      key: Buffer.from(`k-${n}`),
      value: Buffer.from(n % 10 === 5 ? 'needle' : 'hay'),
      timestampMs: startMs + (n * minuteMs) / 3,
    }));
    await produceRecords(client, topic, records);
  });
  const session = new SuiteSession({ clusters: { Test: {} }, expanded: ['Test', 'Topics'] });
  after(() => client.close());

  it('shows what is around a record whatever the filter hides, and says that it was lifted', async () => {
    const { workbench } = session;
    await workbench.tree.choose(topic, 'Tail Topic');
    const tail = await TailView.of(workbench);
    await tail.fromBeginning();
    await tail.rows(10);
    const field = tail.frame.locator('.filter-input');
    await field.fill('needle');
    await field.press('Alt+Enter');
    await tail.frame.getByText('3 of 31 loaded records match').waitFor();
    await tail.frame.locator('.row:visible .key', { hasText: 'k-15' }).click();
    await workbench.page.keyboard.press('Shift+F10');
    await tail.frame.getByRole('menuitem', { name: 'Show Around This Time' }).click();
    await tail.frame.locator('.filter-lifted').getByText(/./).waitFor();
    await tail.frame.locator('.row.active .key', { hasText: 'k-15' }).waitFor();
    // From a minute before it on.
    assert.equal((await tail.rows(5))[0]?.key, 'k-12');
    assert.equal((await tail.rows(5))[1]?.value, 'hay');
  });

  it('shows the first record of the time that is drawn, and reads that time alone', async () => {
    const { workbench } = session;
    const tail = await TailView.of(workbench);
    await tail.restartFrom('the beginning');
    await tail.frame.getByRole('button', { name: /^View/ }).click();
    await tail.frame.getByRole('menuitemcheckbox', { name: 'Timeline' }).click();
    await workbench.page.keyboard.press('Escape');
    await tail.frame.locator('.timeline-text', { hasText: '31 records' }).waitFor();
    const box = await tail.frame.locator('.timeline-chart').boundingBox();
    assert.ok(box);
    const { mouse } = workbench.page;
    await mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
    await mouse.down();
    await mouse.move(box.x + box.width * 0.75, box.y + box.height / 2, { steps: 5 });
    await mouse.up();
    const shown = tail.frame.locator('.row.active .key');
    await shown.waitFor();
    const first = Number(/^k-(\d+)$/.exec((await shown.textContent()) ?? '')?.[1]);
    assert.ok(first >= 14 && first <= 16, `k-${first}`);
    await tail.button('Read Only This Time').click();
    await tail.frame.getByText('Read up to the end', { exact: false }).first().waitFor();
    const keys = (await tail.rows(3)).map(({ key }) => key);
    assert.equal(keys[0], `k-${first}`);
    const last = Number(keys.at(-1)?.slice(2));
    assert.ok(last >= 21 && last <= 24, `k-${last}`);
    assert.equal(keys.length, last - first + 1);
  });
});
