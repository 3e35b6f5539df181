import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SuitePages } from '../support/suitePages.ts';

const start = { endRow: 100, moreTopics: ['users'], behind: 7 };

describe('a view of several topics', () => {
  const pages = new SuitePages();

  it('names them and has a column that tells which a record is of', async () => {
    const page = await pages.open({ start });
    await page.waitForSelector('#row-1:not(.blank)');
    assert.equal(await page.locator('h1').textContent(), 'orders, users');
    const titles = await page.locator('[role=columnheader] .title').allTextContents();
    assert.deepEqual(titles.slice(0, 3), ['Timestamp', 'Topic', 'P']);
    assert.equal(await page.locator('#row-0 .topic').textContent(), 'orders');
    assert.equal(await page.locator('#row-1 .topic').textContent(), 'users');
    const partitions = page.getByRole('button', { name: 'partitions all' });
    assert.equal(await partitions.getAttribute('aria-disabled'), 'true');
  });

  it('tells where each partition of each topic stands, in a table', async () => {
    const page = await pages.open({ start });
    await page.waitForSelector('#row-1:not(.blank)');
    assert.match(
      await page.locator('.status-bar').innerText(),
      /behind by 14 in partitions orders\[2\], users\[5\]/,
    );
    const open = page.getByRole('button', { name: /^Positions of Partitions/ });
    await open.press('Enter');
    const table = page.locator('.partition-table');
    await table.waitFor();
    assert.equal(await open.getAttribute('aria-expanded'), 'true');
    assert.deepEqual(await table.locator('tbody tr').nth(2).locator('td').allTextContents(), [
      'orders[2]',
      '1,000,016',
      '1,000,023',
      '7',
      '',
    ]);
    await page.evaluate(() => window.stub.grow(600));
    await table.getByText('1,000,116').first().waitFor();
    await page.keyboard.press('Escape');
    await table.waitFor({ state: 'hidden' });
    assert.equal(await open.evaluate((one) => one === document.activeElement), true);
  });

  it('has the partitions in trouble first in that table, under titles that stay', async () => {
    const partitions = Array.from({ length: 100 }, (_, partition) => ({
      partition,
      position: '5',
      end: '5',
      ...(partition === 97 ? { problem: 'no leader' } : {}),
    }));
    const page = await pages.open({ start: { endRow: 10, partitions } });
    await page.locator('.bars').click();
    const table = page.locator('.partition-table');
    assert.match(await table.locator('tbody tr').first().innerText(), /^97\b.*no leader$/s);
    assert.match(await table.locator('tbody tr').nth(1).innerText(), /^0\b/);
    await table.locator('tbody tr').last().scrollIntoViewIfNeeded();
    const [title, box] = [
      await table.locator('th').first().boundingBox(),
      await table.boundingBox(),
    ];
    assert.ok(title && box && title.y >= box.y && title.y < box.y + 20);
  });

  it('keeps them in its state, for the host that restores it', async () => {
    const page = await pages.open({ start });
    await page.waitForFunction(() => {
      const { moreTopics } = (window.stub.state ?? {}) as { moreTopics?: string[] };
      return moreTopics?.[0] === 'users';
    });
  });
});

describe('another read', () => {
  const pages = new SuitePages();

  it('is asked to show the selected record again', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.locator('#row-3:not(.blank)').click();
    await page.getByRole('button', { name: 'to never stop' }).click();
    await page.getByRole('menuitemradio', { name: 'the end as of now' }).click();
    const asked = await page.waitForFunction(
      () => window.stub.calls.find(({ name }) => name === 'restart')?.body,
    );
    assert.deepEqual(await asked.jsonValue(), {
      plan: { from: { kind: 'beginning' }, to: { kind: 'end' } },
      keep: 3,
    });
  });

  it('is of the partitions that are typed as numbers and ranges', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    const from = { kind: 'beginning' } as const;
    const plan = { from, partitions: [0, 2, 3, 4] };
    await page.evaluate((asked) => (window.stub.asked = asked), plan);
    await page.getByRole('button', { name: 'partitions all' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Numbers and Ranges…' }).press('Enter');
    await page.getByRole('button', { name: 'partitions 0, 2-4' }).waitFor();
    const calls = await page.evaluate(() =>
      window.stub.calls.filter(({ name }) => name === 'ask' || name === 'restart'),
    );
    assert.deepEqual(calls, [
      { name: 'ask', body: { what: 'ranges', plan: { from } } },
      { name: 'restart', body: { plan } },
    ]);
  });
});
