import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { lastPageCall } from '../support/pageCalls.ts';
import { SuitePages } from '../support/suitePages.ts';

const startMs = Date.UTC(2026, 10, 21, 9, 41, 0);

const text = (page: Page) => page.locator('.timeline-text').textContent();

describe('the timeline', () => {
  const pages = new SuitePages();

  const open = async (): Promise<Page> => {
    const page = await pages.open({ start: { endRow: 100, look: { timeline: true } } });
    await page.locator('.timeline-text', { hasText: '156 records' }).waitFor();
    return page;
  };

  it('is shown and hidden from the view’s menu, and remembered', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    assert.ok(await page.locator('.timeline').isHidden());
    assert.equal(
      await page.evaluate(() => window.stub.calls.some(({ name }) => name === 'times')),
      false,
    );
    await page.getByRole('button', { name: /^View/ }).press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'Timeline' }).press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('.timeline-text', { hasText: '156 records' }).waitFor();
    const { look } = (await lastPageCall(page, 'remember')) as { look: { timeline: unknown } };
    assert.equal(look.timeline, true);
  });

  it('tells the time of what is loaded, and how much that is', async () => {
    const page = await open();
    assert.match((await text(page)) ?? '', /^156 records · 10:41:00\.000 – 10:41:06\.000 /);
    assert.equal(
      await page
        .locator('.timeline-chart path.all')
        .getAttribute('d')
        .then((d) => d?.split('M').length),
      6,
    );
  });

  it('tells with a filter how many match of how many, and draws both', async () => {
    const page = await open();
    const matching = page.locator('.timeline-chart path.matching');
    assert.equal(await matching.getAttribute('d'), '');
    await page.getByRole('textbox', { name: 'Look for: Text' }).fill('u-4');
    await page.keyboard.press('Alt+Enter');
    await page.locator('.timeline-text', { hasText: '50 of 156 records match' }).waitFor();
    assert.equal((await matching.getAttribute('d'))?.split('M').length, 5);
    const chart = page.getByRole('slider', { name: 'Timeline' });
    await chart.press('Home');
    assert.match((await chart.getAttribute('aria-valuetext')) ?? '', /^3 of 10 records match · /);
    await chart.press('Escape');
    await page.getByRole('button', { name: 'Show All' }).click();
    await page.locator('.timeline-text', { hasText: /^156 records/ }).waitFor();
    assert.equal(await matching.getAttribute('d'), '');
  });

  it('shows the first record of the time that is drawn with the mouse', async () => {
    const page = await open();
    const box = await page.locator('.timeline-chart').boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width * 0.4, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 10);
    await page.mouse.up();
    await page.waitForSelector('#row-7.active');
    assert.deepEqual(await lastPageCall(page, 'findTime'), {
      fromMs: startMs + 2_000,
      toMs: startMs + 4_000,
    });
    assert.match((await text(page)) ?? '', /^140 records/);
  });

  it('is worked with by keyboard: arrows, Shift, Enter, Escape', async () => {
    const page = await open();
    const chart = page.getByRole('slider', { name: 'Timeline' });
    await chart.press('End');
    await chart.press('ArrowLeft');
    await chart.press('Shift+ArrowLeft');
    assert.match(
      (await chart.getAttribute('aria-valuetext')) ?? '',
      /^105 records · 10:41:03\.000/,
    );
    await chart.press('Enter');
    await page.waitForSelector('#row-7.active');
    assert.deepEqual(await lastPageCall(page, 'findTime'), {
      fromMs: startMs + 3_000,
      toMs: startMs + 5_000,
    });
    await chart.press('Escape');
    assert.ok(await page.locator('.timeline-veil').isHidden());
    assert.match((await text(page)) ?? '', /^156 records/);
  });

  it('reads the selected time and nothing else', async () => {
    const page = await open();
    await page.getByRole('slider', { name: 'Timeline' }).press('Home');
    await page.getByRole('button', { name: 'Read Only This Time' }).press('Enter');
    await page.waitForFunction(() => window.stub.calls.some(({ name }) => name === 'restart'));
    const { plan } = (await lastPageCall(page, 'restart')) as {
      plan: { from: unknown; to: unknown };
    };
    assert.deepEqual(plan.from, { kind: 'time', timestampMs: startMs });
    assert.deepEqual(plan.to, { kind: 'time', timestampMs: startMs + 1_000 });
  });
});
