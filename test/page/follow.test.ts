import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { SuitePages } from '../support/suitePages.ts';

const now = { kind: 'now' } as const;
const state = (page: Page): Promise<string | null> => page.locator('.state').textContent();

describe('following', () => {
  const pages = new SuitePages();

  for (const sendsNewest of [true, false]) {
    const how = sendsNewest ? 'sends the newest rows along' : 'only says that there are more';
    it(`sticks to the newest row where the host ${how}`, async () => {
      const page = await pages.open({ start: { from: now } });
      await page.evaluate((sends) => (window.stub.sendsNewest = sends), sendsNewest);
      for (const [count, last] of [
        [3, 2],
        [200, 202],
        [100_000, 100_202],
      ] as const) {
        await page.evaluate((n) => window.stub.grow(n), count);
        await page.waitForSelector(`#row-${last}:not(.blank)`);
        assert.equal(await page.locator('.rows .row.blank:not([hidden])').count(), 0);
      }
      assert.equal(await state(page), 'Live, following');
      assert.ok(await page.locator('.pill').isHidden());
      const pulled = await page.evaluate(
        () => window.stub.calls.filter((call) => call.name === 'rows').length,
      );
      if (sendsNewest) assert.equal(pulled, 0);
    });
  }

  it('shows the newest rows with its first drawing, before it asks for any', async () => {
    const page = await pages.open({ start: { from: now, endRow: 1_000 } });
    assert.equal(await page.locator('.rows .row.blank:not([hidden])').count(), 0);
    await page.waitForSelector('#row-999:not(.blank)');
    const asked = await page.evaluate(() => window.stub.calls.map(({ name }) => name));
    assert.ok(!asked.includes('rows'), asked.join());
  });

  it('stops when scrolled up, counts what is new, and follows again by the pill', async () => {
    const page = await pages.open({ start: { from: now, endRow: 1_000 } });
    await page.waitForSelector('#row-999:not(.blank)');
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, -220);
    await page.waitForFunction(() => window.stub.followRows === 0);
    const top = await page.locator('.rows .row').first().getAttribute('id');
    await page.evaluate(() => window.stub.grow(1_204));
    await page.locator('.pill').waitFor();
    assert.equal(await page.locator('.pill').textContent(), '1,204 new ↓');
    assert.equal(await state(page), 'Live, not following');
    assert.equal(await page.locator('.rows .row').first().getAttribute('id'), top);
    await page.locator('.pill').click();
    await page.waitForSelector('#row-2203:not(.blank)');
    assert.ok(await page.locator('.pill').isHidden());
    await page.waitForFunction(() => window.stub.followRows > 0);
  });

  it('stops by keyboard going up and starts again with End', async () => {
    const page = await pages.open({ start: { from: now, endRow: 1_000 } });
    await page.waitForSelector('#row-999:not(.blank)');
    await page.locator('.grid').focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator('.row.active').getAttribute('id'), 'row-999');
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => window.stub.followRows === 0);
    await page.keyboard.press('End');
    await page.waitForFunction(() => window.stub.followRows > 0);
    await page.evaluate(() => window.stub.grow(5));
    await page.waitForSelector('#row-1004:not(.blank)');
  });

  it('is switched by its button', async () => {
    const page = await pages.open({ start: { endRow: 1_000 } });
    await page.waitForSelector('#row-0:not(.blank)');
    const follow = page.getByRole('button', { name: 'Follow' });
    assert.equal(await follow.getAttribute('aria-pressed'), 'false');
    await follow.click();
    await page.waitForSelector('#row-999:not(.blank)');
    assert.equal(await follow.getAttribute('aria-pressed'), 'true');
    await follow.click();
    await page.waitForFunction(() => window.stub.followRows === 0);
    assert.equal(await follow.getAttribute('aria-pressed'), 'false');
  });

  it('keeps up with 100,000 records a second without asking for what has gone by', async () => {
    const page = await pages.open({ start: { from: now } });
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          let frames = 0;
          const timer = setInterval(() => {
            window.stub.grow(1_600);
            if (++frames < 120) return;
            clearInterval(timer);
            resolve();
          }, 16);
        }),
    );
    await page.waitForSelector('#row-191999:not(.blank)');
    assert.equal(await page.locator('.rows .row.blank:not([hidden])').count(), 0);
  });

  it('keeps up with a host that only says that there are more, and a slow one at that', async () => {
    const page = await pages.open({ start: { from: now } });
    await page.evaluate(() => {
      window.stub.sendsNewest = false;
      window.stub.latencyMs = 60;
    });
    const seen = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const last: number[] = [];
          let frames = 0;
          const timer = setInterval(() => {
            window.stub.grow(1_600);
            const rows = document.querySelectorAll('.rows .row:not(.blank):not([hidden])');
            last.push(Number(rows[rows.length - 1]?.id.slice(4) ?? -1));
            if (++frames < 60) return;
            clearInterval(timer);
            resolve(last);
          }, 16);
        }),
    );
    assert.ok(new Set(seen).size > 4, `saw ${new Set(seen).size} different last rows`);
    await page.waitForSelector('#row-95999:not(.blank)');
  });
});
