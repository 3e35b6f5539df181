import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { CopyRequest } from '../../src/protocol/tailCopy.ts';
import { lastPageCall, pageCalls } from '../support/pageCalls.ts';
import { SuitePages } from '../support/suitePages.ts';

async function selected(page: Page): Promise<number[]> {
  return page
    .locator('.rows .row[aria-selected=true]:not([hidden])')
    .evaluateAll((rows) => rows.map((row) => Number(row.id.slice(4))));
}

async function lastCopy(page: Page): Promise<CopyRequest> {
  return (await lastPageCall(page, 'copy')) as CopyRequest;
}

const allColumns = ['timestamp', 'partition', 'offset', 'key', 'value', 'size'];

describe('selected rows', () => {
  const pages = new SuitePages();

  async function open(rows = 1_000): Promise<Page> {
    const page = await pages.open({ start: { endRow: rows } });
    await page.waitForSelector('#row-3:not(.blank)');
    return page;
  }

  it('are ranges by Shift and Ctrl with the mouse', async () => {
    const page = await open();
    await page.locator('#row-2').click();
    await page.locator('#row-5').click({ modifiers: ['Shift'] });
    assert.deepEqual(await selected(page), [2, 3, 4, 5]);
    await page.locator('#row-9').click({ modifiers: ['ControlOrMeta'] });
    await page.locator('#row-4').click({ modifiers: ['ControlOrMeta'] });
    assert.deepEqual(await selected(page), [2, 3, 5, 9]);
    assert.equal(await page.locator('.status-bar .selected-rows').textContent(), '4 selected');
    await page.locator('#row-7').click();
    assert.deepEqual(await selected(page), [7]);
    assert.equal(await page.locator('.status-bar .selected-rows').textContent(), '');
  });

  it('reach by Shift with the keyboard over what is not loaded', async () => {
    const page = await open(1_000_000);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    assert.deepEqual(await selected(page), [0, 1]);
    await page.keyboard.press('Shift+End');
    await page.waitForSelector('#row-999999:not(.blank)');
    await page.keyboard.press('Control+c');
    assert.deepEqual(await lastCopy(page), {
      ranges: [{ first: 0, end: 1_000_000 }],
      form: 'cells',
      columns: allColumns,
      time: 'local',
    });
    await page.keyboard.press('Home');
    assert.deepEqual(await selected(page), [0]);
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+ ');
    assert.deepEqual(await selected(page), [0, 2]);
  });

  it('are all that there are with Ctrl+A, told to a screen reader', async () => {
    const page = await open();
    await page.keyboard.press('Control+a');
    await page.waitForFunction(
      () => document.querySelector('[role=status]')?.textContent === '1,000 selected',
    );
    await page.evaluate(() => window.stub.grow(5));
    await page.keyboard.press('Control+c');
    assert.deepEqual((await lastCopy(page)).ranges, [{ first: 0, end: 1_000 }]);
  });

  it('are copied as a cell, a row or many rows', async () => {
    const page = await open();
    await page.locator('#row-1').press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+c');
    assert.deepEqual((await lastCopy(page)).columns, allColumns);
    for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+c');
    assert.deepEqual((await lastCopy(page)).columns, ['key']);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    const last = await lastCopy(page);
    assert.deepEqual(last.columns, allColumns);
    assert.deepEqual(last.ranges, [{ first: 1, end: 3 }]);
  });

  it('are drawn beyond the edge, and the page scrolls along', async () => {
    const page = await pages.open({ start: { endRow: 1_000 }, height: 400 });
    const first = await page.locator('#row-2:not(.blank)').boundingBox();
    const body = await page.locator('.grid .body').boundingBox();
    assert.ok(first && body);
    const x = first.x + 200;
    await page.mouse.move(x, first.y + first.height / 2);
    await page.mouse.down();
    await page.mouse.move(x, body.y + body.height + 15);
    const isAt = (row: number) =>
      Number(document.querySelector('.row.active:not([hidden])')?.id.slice(4)) >= row;
    await page.waitForFunction(isAt, 40);
    await page.mouse.up();
    await page.keyboard.press('Control+c');
    const [range, ...others] = (await lastCopy(page)).ranges;
    assert.deepEqual([range?.first, others], [2, []]);
    assert.ok((range?.end ?? 0) > 40);
  });

  it('have a menu, by the mouse and by the keyboard', async () => {
    const page = await open();
    await page.locator('#row-2').click();
    await page.locator('#row-4').click({ modifiers: ['Shift'] });
    await page.locator('#row-3').click({ button: 'right' });
    assert.deepEqual(await selected(page), [2, 3, 4]);
    assert.deepEqual(await page.getByRole('menuitem').allTextContents(), [
      'Copy 3 Rows',
      'Copy as JSON Lines',
      'Copy as .kafka Blocks',
      'Copy as kcat Command',
      'Copy as kafka-console-producer Command',
      'Copy Links to Records',
      'Export 3 Rows…',
    ]);
    await page.getByRole('menuitem', { name: 'kafka-console-producer' }).click();
    assert.equal((await lastCopy(page)).form, 'console');
    assert.deepEqual((await lastCopy(page)).ranges, [{ first: 2, end: 5 }]);
    await page.locator('#row-8 .key').click({ button: 'right' });
    assert.deepEqual(await selected(page), [8]);
    await page.getByRole('menuitem', { name: 'Copy Cell' }).click();
    assert.deepEqual((await lastCopy(page)).columns, ['key']);
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu');
    await menu.waitFor();
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    assert.ok(await page.evaluate(() => document.activeElement?.classList.contains('grid')));
  });

  it('are drawn with the mouse, and added to with Ctrl', async () => {
    const page = await pages.open({ start: { endRow: 1_000 }, height: 400 });
    await page.waitForSelector('#row-0:not(.blank)');
    const at = async (row: number) => {
      const box = await page.locator(`#row-${row}`).boundingBox();
      assert.ok(box);
      return [box.x + 200, box.y + box.height / 2] as const;
    };
    await page.mouse.move(...(await at(1)));
    await page.mouse.down();
    await page.mouse.move(...(await at(3)));
    assert.deepEqual(await selected(page), [1, 2, 3]);
    await page.mouse.move(...(await at(0)));
    assert.deepEqual(await selected(page), [0, 1]);
    await page.mouse.up();
    assert.equal(await page.locator('.status-bar .selected-rows').textContent(), '2 selected');
    await page.keyboard.down('Control');
    await page.mouse.move(...(await at(3)));
    await page.mouse.down();
    await page.mouse.move(...(await at(4)));
    await page.mouse.up();
    await page.keyboard.up('Control');
    assert.deepEqual(await selected(page), [0, 1, 3, 4]);
  });

  it('are compared where they are two, or one after the other from their menu', async () => {
    const page = await open();
    await page.locator('#row-2').click();
    await page.locator('#row-5').click({ modifiers: ['Control'] });
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Compare the Two Records' }).click();
    await page.locator('#row-4').click({ button: 'right' });
    assert.equal(await page.getByRole('menuitem', { name: 'Compare with' }).count(), 0);
    await page.getByRole('menuitem', { name: 'Select for Compare' }).click();
    await page.locator('#row-1').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Compare with / }).click();
    const compared = await pageCalls(page, 'compare');
    assert.deepEqual(compared, [
      { left: 2, right: 5 },
      { left: 4, right: 1 },
    ]);
  });

  it('are exported, they alone', async () => {
    const page = await open();
    await page.locator('#row-2').click();
    await page.locator('#row-3').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Export 2 Rows…' }).click();
    const asked = await page.waitForFunction(
      () => window.stub.calls.find(({ name }) => name === 'export')?.body,
    );
    assert.deepEqual(await asked.jsonValue(), { ranges: [{ first: 2, end: 4 }] });
  });

  it('are forgotten where other rows take their place', async () => {
    const page = await open();
    await page.keyboard.press('Control+a');
    await page.evaluate(() => window.stub.set({ epoch: 5_000 }));
    await page.waitForFunction(
      () => document.querySelector('.row[aria-selected=true]:not([hidden])') === null,
    );
    assert.equal(await page.locator('.status-bar .selected-rows').textContent(), '');
  });
});
