import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { SuitePages } from '../support/suitePages.ts';

const million = 1_000_000;

/** The rows that can be seen in full, as their places among all rows; blank ones do not count. */
async function shownRows(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const body = document.querySelector('.body')?.getBoundingClientRect();
    return [...document.querySelectorAll('.rows .row:not(.blank):not([hidden])')]
      .filter((row) => {
        const box = row.getBoundingClientRect();
        return body && box.top >= body.top - 0.51 && box.bottom <= body.bottom + 0.51;
      })
      .map((row) => Number(row.id.slice('row-'.length)));
  });
}

async function waitForRow(page: Page, row: number): Promise<void> {
  await page.waitForSelector(`#row-${row}:not(.blank)`);
}

describe('the grid of a million rows', () => {
  const pages = new SuitePages();

  for (const pixelRatio of [1, 1.5, 2, 3]) {
    it(`reaches the first and the last row at pixel ratio ${pixelRatio}`, async () => {
      const page = await pages.open({ pixelRatio, start: { endRow: million } });
      await page.locator('.grid').focus();
      await page.keyboard.press('End');
      await waitForRow(page, million - 1);
      const last = await shownRows(page);
      assert.equal(last.at(-1), million - 1);
      assert.deepEqual(
        last,
        last.map((_, index) => million - last.length + index),
      );
      await page.keyboard.press('Home');
      await waitForRow(page, 0);
      assert.equal((await shownRows(page))[0], 0);
    });

    it(`takes the scrollbar to both ends and the middle at pixel ratio ${pixelRatio}`, async () => {
      const page = await pages.open({ pixelRatio, start: { endRow: million } });
      await waitForRow(page, 0);
      const bar = await page.locator('.scrollbar').boundingBox();
      assert.ok(bar);
      const x = bar.x + bar.width / 2;
      await page.mouse.move(x, bar.y + 5);
      await page.mouse.down();
      await page.mouse.move(x, bar.y + bar.height / 2, { steps: 5 });
      await page.waitForFunction(() => {
        const row = document.querySelector('.rows .row:not(.blank)');
        return row && Math.abs(Number(row.id.slice(4)) - 500_000) < 20_000;
      });
      await page.mouse.move(x, bar.y + bar.height + 50, { steps: 5 });
      await waitForRow(page, million - 1);
      assert.equal((await shownRows(page)).at(-1), million - 1);
      await page.mouse.move(x, bar.y - 50, { steps: 5 });
      await page.mouse.up();
      await waitForRow(page, 0);
      assert.equal((await shownRows(page))[0], 0);
    });
  }

  it('reaches the last of ten million', async () => {
    const page = await pages.open({ pixelRatio: 2, start: { endRow: 10 * million } });
    await page.locator('.grid').focus();
    await page.keyboard.press('End');
    await waitForRow(page, 10 * million - 1);
  });

  it('moves by the wheel a few rows at a time, wherever it is', async () => {
    const page = await pages.open({ start: { endRow: million } });
    await waitForRow(page, 0);
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 220);
    await page.waitForFunction(() => document.querySelector('.rows .row')?.id === 'row-10');
    await page.mouse.wheel(0, -66);
    await page.waitForFunction(() => document.querySelector('.rows .row')?.id === 'row-7');
  });

  it('keeps no more elements than rows in view, in the order of the rows', async () => {
    const page = await pages.open({ start: { endRow: million } });
    await waitForRow(page, 0);
    await page.mouse.move(300, 300);
    for (const distance of [2_000, -700, 90, 44_000, -1_200]) {
      await page.mouse.wheel(0, distance);
      await page.waitForFunction(() => !document.querySelector('.row.blank:not([hidden])'));
      const ids = await page
        .locator('.rows .row:not([hidden])')
        .evaluateAll((rows) => rows.map((row) => Number(row.id.slice(4))));
      assert.ok(ids.length < 40);
      assert.deepEqual(
        ids,
        ids.map((_, index) => (ids[0] ?? 0) + index),
      );
    }
  });

  it('asks for rows one call at a time and gives up what it has scrolled past', async () => {
    const page = await pages.open({ start: { endRow: million } });
    await waitForRow(page, 0);
    await page.evaluate(() => (window.stub.latencyMs = 30));
    await page.mouse.move(300, 300);
    for (let n = 0; n < 8; n++) await page.mouse.wheel(0, 22 * 5_000);
    await waitForRow(page, 40_000);
    const { calls, mostRunning, cancelled } = await page.evaluate(() => ({
      calls: window.stub.calls.filter((call) => call.name === 'rows'),
      mostRunning: window.stub.mostRunning,
      cancelled: window.stub.cancelled,
    }));
    assert.equal(mostRunning, 1);
    assert.ok(cancelled > 0);
    for (const { body } of calls) assert.ok((body as { count: number }).count <= 100);
  });

  it('says how many rows there are and which one each is', async () => {
    const page = await pages.open({ start: { endRow: million } });
    await waitForRow(page, 0);
    const grid = page.locator('.grid');
    assert.equal(await grid.getAttribute('aria-rowcount'), String(million + 1));
    assert.equal(await grid.getAttribute('aria-colcount'), '6');
    assert.equal(await page.locator('#row-0').getAttribute('aria-rowindex'), '2');
    await page.evaluate(() => window.stub.set({ firstRow: 400_000 }));
    await waitForRow(page, 400_000);
    assert.equal(await page.locator('#row-400000').getAttribute('aria-rowindex'), '2');
    assert.equal(await grid.getAttribute('aria-rowcount'), String(million - 400_000 + 1));
  });

  it('shows what each cell is', async () => {
    const page = await pages.open({ start: { endRow: 200 } });
    await waitForRow(page, 0);
    const cells = (row: number): Promise<string[]> =>
      page.locator(`#row-${row} .cell`).allTextContents();
    assert.deepEqual((await cells(0)).slice(0, 4), [
      '10:41:07.000 Nov 21',
      '0',
      '1,000,000',
      'u-4711',
    ]);
    assert.deepEqual((await cells(2)).slice(3, 5), [
      'null',
      'binary 13 B 00 00 00 2a 08 96 01 12 07 74 65 73 74',
    ]);
    assert.deepEqual((await cells(3)).slice(3, 5), ['u-4188', 'tombstone']);
    assert.deepEqual((await cells(5)).slice(4, 5), ['empty']);
    assert.equal((await cells(7))[4], 'Straße 日本 plain text value, a⇥tab and↵a second line');
    assert.equal(await page.locator('#row-3 .tag').textContent(), 'tombstone');
    await page.locator('.grid').focus();
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 22 * 38);
    await waitForRow(page, 40);
    assert.equal((await cells(40))[0], 'none');
    await page.mouse.wheel(0, 22 * 20);
    await waitForRow(page, 60);
    const unreadable = await cells(60);
    assert.equal(unreadable[2], '1,000,010–1,000,051');
    assert.match(unreadable[4] ?? '', /checksum is wrong/);
  });

  it('widens a column by its edge and by keyboard, and remembers it', async () => {
    const page = await pages.open({ start: { endRow: 200 } });
    await waitForRow(page, 0);
    const width = async (): Promise<number> =>
      (await page.locator('#row-0 .key').boundingBox())?.width ?? 0;
    const before = await width();
    const edge = await page
      .locator('.header .cell', { hasText: 'Key' })
      .locator('.resize')
      .boundingBox();
    assert.ok(edge);
    await page.mouse.move(edge.x + 4, edge.y + 8);
    await page.mouse.down();
    await page.mouse.move(edge.x + 64, edge.y + 8, { steps: 3 });
    await page.mouse.up();
    assert.equal(Math.round((await width()) - before), 60);
    await page.locator('#row-0 .key').click();
    await page.keyboard.press('Shift+ArrowRight');
    assert.equal(Math.round((await width()) - before), 76);
    await page.waitForFunction(() => {
      const { widths } = (window.stub.state ?? {}) as { widths?: { key?: number } };
      return widths?.key === 216;
    });
  });
});
