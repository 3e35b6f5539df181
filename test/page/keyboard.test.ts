import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { pageCalls } from '../support/pageCalls.ts';
import { SuitePages } from '../support/suitePages.ts';

const active = (page: Page): Promise<string | null> =>
  page.locator('.grid').getAttribute('aria-activedescendant');

/** Collects the keys that would reach VS Code's workbench. */
async function listenToEscapingKeys(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const keys: string[] = [];
    window.addEventListener('keydown', (event) => keys.push(event.key));
    Object.assign(window, { escaped: keys });
  });
  return () => page.evaluate(() => (window as unknown as { escaped: string[] }).escaped);
}

describe('the keyboard', () => {
  const pages = new SuitePages();

  it('walks rows, pages and ends from one tab stop', async () => {
    const page = await pages.open({ start: { endRow: 10_000 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.locator('.grid').focus();
    assert.equal(await active(page), null);
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 'row-0');
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 'row-1');
    await page.keyboard.press('PageDown');
    const afterPage = Number((await active(page))?.slice(4));
    assert.ok(afterPage > 15 && afterPage < 30, String(afterPage));
    await page.keyboard.press('PageUp');
    assert.equal(await active(page), 'row-1');
    await page.keyboard.press('End');
    assert.equal(await active(page), 'row-9999');
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 'row-9999');
    await page.keyboard.press('Home');
    assert.equal(await active(page), 'row-0');
    assert.equal(await page.locator('#row-0').getAttribute('aria-selected'), 'true');
  });

  it('has the records in focus as soon as the page has it', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 'row-0');
  });

  it('walks cells to the right of the row and back', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.locator('.grid').focus();
    await page.keyboard.press('ArrowDown');
    for (const column of [0, 1, 2, 3, 4, 5, 5]) {
      await page.keyboard.press('ArrowRight');
      assert.equal(await active(page), `cell-0-${column}`);
    }
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 'cell-1-5');
    for (let n = 0; n < 7; n++) await page.keyboard.press('ArrowLeft');
    assert.equal(await active(page), 'row-1');
  });

  it('keeps the active row while its element is used for others, and finds it again', async () => {
    const page = await pages.open({ start: { endRow: 10_000 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.locator('.grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 22 * 400);
    await page.waitForSelector('#row-410:not(.blank)');
    assert.equal(await active(page), null);
    assert.ok(await page.evaluate(() => document.activeElement?.classList.contains('grid')));
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 'row-2');
    assert.ok(await page.locator('#row-2').isVisible());
  });

  it('goes into the details with Enter and back with Escape, which also closes them', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.locator('.grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('.details .line');
    await page.keyboard.press('Enter');
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.id);
    assert.equal(await focused(), 'tab-value');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'tab-key');
    assert.equal(await page.locator('#tab-key').getAttribute('aria-selected'), 'true');
    await page.keyboard.press('End');
    assert.equal(await focused(), 'tab-info');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'tab-value');
    await page.keyboard.press('Escape');
    assert.ok(await page.locator('.details').isHidden());
    assert.ok(await page.evaluate(() => document.activeElement?.classList.contains('grid')));
  });

  it('keeps the keys it uses and leaves the others to VS Code', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    const escaped = await listenToEscapingKeys(page);
    await page.locator('.grid').focus();
    for (const key of ['ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End', 'ArrowRight', 'Enter']) {
      await page.keyboard.press(key);
    }
    await page.waitForSelector('.details .line');
    await page.keyboard.press('Escape');
    assert.deepEqual(await escaped(), []);
    for (const key of ['Escape', 'F1', 'Control+Shift+p', 'Alt+ArrowLeft']) {
      await page.keyboard.press(key);
    }
    const left = (await escaped()).filter((key) => !['Control', 'Shift', 'Alt'].includes(key));
    assert.deepEqual(left, ['Escape', 'F1', 'p', 'ArrowLeft']);
  });

  it('works the bars: every control has a name, a tab stop and its key', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    const escaped = await listenToEscapingKeys(page);
    const called = (): Promise<string[]> =>
      page.evaluate(() => window.stub.calls.map((call) => call.name));
    await page.getByRole('button', { name: 'Pause' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.getByRole('button', { name: 'Clear' }).focus();
    await page.keyboard.press('Enter');
    assert.ok((await called()).includes('clear'));
    assert.deepEqual(
      (await called()).filter((name) => name === 'pause'),
      ['pause', 'pause'],
    );
    assert.deepEqual(await escaped(), []);
  });

  it('chooses where to read from with the keyboard', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    const escaped = await listenToEscapingKeys(page);
    await page.getByRole('button', { name: 'from the beginning' }).focus();
    for (const key of ['Enter', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
    await page.waitForFunction(() => window.stub.calls.some((call) => call.name === 'restart'));
    const bodies = await pageCalls(page, 'restart');
    assert.deepEqual(bodies, [{ plan: { from: { kind: 'now' } } }]);
    assert.deepEqual(await escaped(), []);
  });

  it('moves the line between grid and details', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.locator('#row-0:not(.blank)').click();
    await page.waitForSelector('.details .line');
    const width = async (): Promise<number> =>
      (await page.locator('.details').boundingBox())?.width ?? 0;
    const before = await width();
    await page.locator('.splitter').focus();
    await page.keyboard.press('ArrowLeft');
    assert.ok((await width()) > before);
    await page.keyboard.press('ArrowRight');
    assert.ok(Math.abs((await width()) - before) < 2);
  });
});
