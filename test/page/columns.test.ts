import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { lastPageCall, pageCalls } from '../support/pageCalls.ts';
import { SuitePages } from '../support/suitePages.ts';

async function titles(page: Page): Promise<string[]> {
  return page.locator('[role=columnheader] .title').allTextContents();
}

async function remembered(page: Page): Promise<unknown> {
  return lastPageCall(page, 'remember');
}

describe('the columns', () => {
  const pages = new SuitePages();

  it('are shown and hidden in a menu, each cell under its title', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-1:not(.blank)');
    await page.getByRole('button', { name: 'Columns and Times' }).press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'Headers' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Partition' }).press(' ');
    await page.keyboard.press('Escape');
    assert.deepEqual(await titles(page), [
      'Timestamp',
      'Offset',
      'Key',
      'Headers',
      'Value',
      'Size',
    ]);
    const cells = await page.locator('#row-1 [role=gridcell]').allTextContents();
    assert.deepEqual(cells.slice(1, 4), ['1,000,000', 'u-4020', cells[3]]);
    assert.match(cells[3] ?? '', /^traceparent=/);
    assert.equal(cells[5], '184 B');
    assert.deepEqual(await remembered(page), {
      look: {
        columns: ['timestamp', 'offset', 'key', 'headers', 'value', 'size'],
        widths: {},
        time: 'local',
      },
    });
  });

  it('move with Ctrl+Shift+arrows, the active cell with them', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.locator('#row-1:not(.blank) .key').click();
    await page.locator('.grid').press('Control+Shift+ArrowLeft');
    assert.deepEqual((await titles(page)).slice(1, 4), ['P', 'Key', 'Offset']);
    assert.equal(await page.locator('#row-1 .cell.active').textContent(), 'u-4020');
    assert.equal(await page.locator('#row-1 .cell').nth(2).textContent(), 'u-4020');
  });

  it('show any field of the records, null apart from absent, and are copied', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-4:not(.blank)');
    for (const field of ['value.order_id', 'value.coupon']) {
      await page.evaluate((path) => (window.stub.field = path), field);
      await page.getByRole('button', { name: 'Columns and Times' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Add a Field as a Column…' }).click();
      await page.getByRole('columnheader', { name: field }).waitFor();
    }
    assert.deepEqual((await titles(page)).slice(3), ['Key', 'order_id', 'coupon', 'Value', 'Size']);
    await page.waitForFunction(
      () => document.querySelectorAll('#row-4 .field')[1]?.textContent === 'null',
    );
    const fields = (row: number) => page.locator(`#row-${row} .field`).allTextContents();
    assert.deepEqual(await fields(0), ['9007199254740993', '']);
    assert.deepEqual(await fields(4), ['9007199254740997', 'null']);
    assert.equal(await page.locator('#row-4 .field .tag').textContent(), 'null');
    await page.locator('#row-4 .field').first().click();
    await page.keyboard.press('Control+c');
    const copied = await pageCalls(page, 'copy');
    assert.deepEqual((copied[0] as { columns: unknown }).columns, ['value.order_id']);
    await page.getByRole('button', { name: 'Columns and Times' }).press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'value.coupon' }).click();
    await page.keyboard.press('Escape');
    assert.deepEqual((await titles(page)).slice(3), ['Key', 'order_id', 'Value', 'Size']);
  });

  it('show a field of the record whose menu it is chosen from', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.locator('#row-1:not(.blank)').click();
    await page.evaluate(() => (window.stub.field = 'value.order_id'));
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Show a Field as a Column…' }).click();
    await page.getByRole('columnheader', { name: 'value.order_id' }).waitFor();
    const asked = await pageCalls(page, 'askField');
    assert.deepEqual(asked, [{ row: 1 }]);
  });

  it('come back as the topic’s last view had them, times in UTC', async () => {
    const look = { columns: ['value', 'gone', 'timestamp'], widths: { timestamp: 200 } };
    const page = await pages.open({ start: { endRow: 100, look: { ...look, time: 'utc' } } });
    await page.waitForSelector('#row-1:not(.blank)');
    assert.deepEqual(await titles(page), ['Value', 'Timestamp']);
    assert.match((await page.locator('#row-1 .timestamp').textContent()) ?? '', /^09:41:07\.007/);
    await page.getByRole('button', { name: 'Columns and Times' }).click();
    await page.getByRole('menuitemradio', { name: 'Milliseconds' }).click();
    assert.equal(await page.locator('#row-1 .timestamp').textContent(), '1795254067007');
  });
});
