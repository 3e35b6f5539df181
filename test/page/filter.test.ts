import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { TailPages } from '../support/tailPage.ts';

/** The bodies of the calls of that name. */
async function calls(page: Page, name: string): Promise<unknown[]> {
  return page.evaluate(
    (wanted) => window.stub.calls.filter((call) => call.name === wanted).map(({ body }) => body),
    name,
  );
}

describe('the filter', () => {
  let pages: TailPages;
  before(async () => (pages = await TailPages.start()));
  afterEach(() => pages.closePages());
  after(() => pages.stop());

  it('finds one loaded record after another, by keyboard alone', async () => {
    const page = await pages.open({ start: { endRow: 6 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.locator('.grid').press('Control+f');
    await page.keyboard.type('u-4');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#row-2.active');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#row-5.active');
    await page.keyboard.press('Shift+Enter');
    await page.waitForSelector('#row-2.active');
    const filter = { kind: 'text', text: 'u-4' };
    assert.deepEqual(await calls(page, 'find'), [
      { filter, row: 0, backwards: false },
      { filter, row: 3, backwards: false },
      { filter, row: 4, backwards: true },
    ]);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#row-5.active');
    await page.keyboard.press('Enter');
    await page.getByText('No further match among the loaded records.').first().waitFor();
    await page.keyboard.press('Escape');
    assert.ok(await page.evaluate(() => document.activeElement?.className === 'grid'));
  });

  it('scans the topic for an expression, says what it kept, and shows all again', async () => {
    const page = await pages.open({ start: { endRow: 6, from: { kind: 'now' } } });
    await page.getByRole('button', { name: 'Look for: Text' }).click();
    await page.getByRole('menuitemradio', { name: 'Expression' }).click();
    await page.keyboard.type('value.total > 5');
    assert.ok(await page.getByRole('button', { name: /Next Match/ }).isDisabled());
    await page.keyboard.press('Enter');
    await page.getByText('No record of orders matches so far.').waitFor();
    await page.evaluate(() =>
      window.stub.set({ seen: 2_000, endRow: window.stub.status.endRow + 3, startRow: 6 }),
    );
    await page.getByText('2,000 seen · 3 match').waitFor();
    await page.getByRole('button', { name: 'Show All' }).click();
    await page.waitForFunction(
      () => window.stub.calls.filter(({ name }) => name === 'restart').length === 2,
    );
    const filter = { kind: 'expression', text: 'value.total > 5' };
    assert.deepEqual(await calls(page, 'restart'), [
      { plan: { from: { kind: 'beginning' }, filter } },
      { plan: { from: { kind: 'beginning' } } },
    ]);
  });
});
