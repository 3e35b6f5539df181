import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageCalls } from '../support/pageCalls.ts';
import { SuitePages } from '../support/suitePages.ts';

describe('the filter', () => {
  const pages = new SuitePages();

  it('finds one loaded record after another, by keyboard alone', async () => {
    const page = await pages.open({ start: { endRow: 6 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.locator('.grid').press('Control+f');
    await page.keyboard.type('u-4');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#row-5.active');
    await page.getByText('2 of 2').waitFor();
    await page.keyboard.press('Shift+Enter');
    await page.waitForSelector('#row-2.active');
    const filter = { kind: 'text', text: 'u-4' };
    // Before them it may have been asked, as it was typed, how many match.
    assert.deepEqual((await pageCalls(page, 'find')).slice(-3), [
      { filter, row: 0, backwards: false },
      { filter, row: 3, backwards: false },
      { filter, row: 4, backwards: true },
    ]);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#row-5.active');
    await page.keyboard.press('Enter');
    await page.getByText('No further match among the records that are shown.').first().waitFor();
    await page.keyboard.press('Escape');
    assert.ok(await page.evaluate(() => document.activeElement?.className === 'grid'));
  });

  it('shows what does not match, by keyboard alone, and saves that', async () => {
    const page = await pages.open({ start: { endRow: 300 } });
    const field = page.getByRole('textbox', { name: 'Look for: Text' });
    const not = page.getByRole('button', { name: 'Not', exact: true });
    await field.fill('u-4');
    await field.press('Control+Alt+n');
    assert.equal(await not.getAttribute('aria-pressed'), 'false');
    await field.press('Alt+n');
    assert.equal(await not.getAttribute('aria-pressed'), 'true');
    await field.press('Alt+Enter');
    await page.getByText('of 300 loaded records match').waitFor();
    const filter = { kind: 'text', text: 'u-4', not: true };
    assert.deepEqual((await pageCalls(page, 'view')).at(-1), { view: { filter } });
    await page.getByRole('button', { name: 'Saved Filters' }).click();
    await page.getByRole('menuitem', { name: 'Save This Filter' }).click();
    await not.press('Enter');
    assert.equal(await not.getAttribute('aria-pressed'), 'false');
    await field.press('Control+Enter');
    const scan = { plan: { from: { kind: 'beginning' }, filter: { kind: 'text', text: 'u-4' } } };
    await page.waitForFunction(() => window.stub.calls.some(({ name }) => name === 'restart'));
    assert.deepEqual((await pageCalls(page, 'restart')).at(-1), scan);
    await page.getByRole('button', { name: 'Saved Filters' }).click();
    await page.getByRole('menuitem', { name: 'Text, not: u-4' }).click();
    assert.equal(await not.getAttribute('aria-pressed'), 'true');
    await field.press('Control+Enter');
    await page.waitForFunction(
      () => window.stub.calls.filter(({ name }) => name === 'restart').length === 2,
    );
    assert.deepEqual((await pageCalls(page, 'restart')).at(-1), { plan: { ...scan.plan, filter } });
  });

  it('says as it is typed how many records match, and what cannot be understood', async () => {
    const page = await pages.open({ start: { endRow: 30 } });
    const field = page.getByRole('textbox', { name: 'Look for: Text' });
    await field.fill('u-4');
    await page.getByText('10 matches').waitFor();
    await page.getByRole('button', { name: 'Look for: Text' }).click();
    await page.getByRole('menuitemradio', { name: 'Pattern' }).click();
    await page.keyboard.type('(');
    await page.getByText('Unexpected end (at character 7)').waitFor();
    await page.keyboard.press('Backspace');
    await page.getByText('Unexpected end').waitFor({ state: 'hidden' });
  });

  it('shows only what matches of what is loaded, keeps the selected record in view, and shows all again', async () => {
    const page = await pages.open({ start: { endRow: 300 } });
    await page.locator('#row-9:not(.blank)').click();
    const field = page.getByRole('textbox', { name: 'Look for: Text' });
    await field.fill('u-4');
    await field.press('Alt+Enter');
    await page.getByText('100 of 300 loaded records match').waitFor();
    await page.waitForSelector('#row-3.active');
    await page.getByText('300 seen').waitFor();
    await page.evaluate(() => window.stub.grow(2));
    await page.getByText('102 of 300 loaded records match').waitFor();
    await page.getByRole('button', { name: 'Show All' }).click();
    await page.waitForSelector('#row-9.active');
    assert.equal(await page.locator('.filter-note').isVisible(), false);
    const filter = { kind: 'text', text: 'u-4' };
    assert.deepEqual(await pageCalls(page, 'view'), [
      { view: { filter }, row: 9 },
      { view: {}, row: 3 },
    ]);
  });

  it('says so where the host has taken it away to show a record', async () => {
    const page = await pages.open({ start: { endRow: 300 } });
    await page.getByRole('textbox', { name: 'Look for: Text' }).fill('u-4');
    await page.keyboard.press('Alt+Enter');
    await page.getByText('100 of 300 loaded records match').waitFor();
    await page.evaluate(() => {
      const loaded = { held: 300, read: 300, dropped: 0, looking: false };
      const view = { ...loaded, lifted: true, anchor: 40 } as const;
      window.stub.set({ epoch: window.stub.status.epoch + 1, endRow: 300, view });
    });
    await page.waitForSelector('#row-40.active');
    await page.getByText('Everything is shown again: the filter would have hidden').waitFor();
    await page.getByText('loaded records match').waitFor({ state: 'hidden' });
    const filter = page.getByRole('button', { name: 'Filter', exact: true });
    assert.equal(await filter.getAttribute('aria-pressed'), 'false');
    await filter.press('Enter');
    await page.getByText('Everything is shown again').waitFor({ state: 'hidden' });
  });

  it('scans the topic for an expression, says what it kept, and shows all again', async () => {
    const page = await pages.open({ start: { endRow: 6, from: { kind: 'now' } } });
    await page.getByRole('button', { name: 'Look for: Text' }).click();
    await page.getByRole('menuitemradio', { name: 'Expression' }).click();
    await page.keyboard.type('value.total > 5');
    assert.ok(await page.getByRole('button', { name: /Next Match/ }).isDisabled());
    await page.keyboard.press('Control+Enter');
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
    assert.deepEqual(await pageCalls(page, 'restart'), [
      { plan: { from: { kind: 'beginning' }, filter } },
      { plan: { from: { kind: 'beginning' } } },
    ]);
  });

  it('tells how far a scan is, cancels it, and scans on', async () => {
    const filter = { kind: 'text', text: 'u-4' } as const;
    const plan = { from: { kind: 'beginning' }, filter } as const;
    const page = await pages.open({ start: { endRow: 12, plan } });
    const stopped = { share: 0.257, matches: 12, canGoOn: true };
    const scan = { ...stopped, timeLeftMs: 3_200, canGoOn: false };
    await page.evaluate((now) => window.stub.set({ seen: 1_000, scan: now }), scan);
    await page.getByText('25 % scanned · 12 match · about 4 s left').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.waitForFunction(() => window.stub.status.state === 'stopped');
    await page.evaluate((now) => window.stub.set({ scan: now }), stopped);
    await page.getByRole('button', { name: 'Scan On' }).click();
    await page.waitForFunction(() => window.stub.status.state === 'reading');
    await page.evaluate((now) => window.stub.set({ scan: now }), { ...scan, share: 1 });
    await page.getByText('% scanned').waitFor({ state: 'hidden' });
  });

  it('completes names in an expression by keyboard, tests it on the selected record, saves and removes it', async () => {
    const page = await pages.open({ start: { endRow: 12 } });
    await page.locator('#row-4:not(.blank)').click();
    await page.getByRole('button', { name: 'Look for: Text' }).click();
    await page.getByRole('menuitemradio', { name: 'Expression' }).click();
    const field = page.getByRole('combobox', { name: 'Look for: Expression' });
    await field.waitFor();
    await page.keyboard.type('value.');
    await page.getByRole('option', { name: 'value.user' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(await field.inputValue(), 'value.total');
    assert.equal(await page.locator('.completions').isVisible(), false);
    await page.keyboard.type(' > 5 && ke');
    await page.keyboard.press('Tab');
    assert.equal(await field.inputValue(), 'value.total > 5 && key');
    const menu = page.getByRole('button', { name: 'Saved Filters' });
    await menu.press('ArrowDown');
    await page.keyboard.press('Enter');
    const answer = page.getByText('The selected record does not match: value.total = 3');
    await answer.waitFor();
    // That nothing is wrong with the filter is known a moment after it was typed, and takes no answer away.
    await page.waitForFunction(() =>
      window.stub.calls.some(
        ({ name, body }) => name === 'check' && JSON.stringify(body).includes('5 && key'),
      ),
    );
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    assert.ok(await answer.isVisible());
    await menu.press('ArrowDown');
    await page.getByRole('menuitem', { name: 'Save This Filter' }).click();
    await field.fill('');
    await menu.press('ArrowDown');
    await page.getByRole('menuitem', { name: 'Expression: value.total > 5 && key' }).press('Enter');
    assert.equal(await field.inputValue(), 'value.total > 5 && key');
    await menu.press('ArrowDown');
    await page.getByRole('menuitem', { name: 'Remove This Filter' }).click();
    const saved = (await pageCalls(page, 'remember')).map(
      (body) => (body as { look: { filters?: unknown[] } }).look.filters?.length ?? 0,
    );
    assert.deepEqual(saved, [1, 0]);
  });

  it('shows a saved filter of any length within the page', async () => {
    const text = 'long '.repeat(200);
    for (const width of [1240, 500]) {
      const look = { filters: [{ kind: 'text', text }] } as const;
      const page = await pages.open({ width, start: { endRow: 12, look } });
      await page.getByRole('button', { name: 'Saved Filters' }).click();
      const menu = await page.getByRole('menu').boundingBox();
      assert.ok(menu && menu.x >= 0 && menu.x + menu.width <= width);
      await page.getByRole('menuitem', { name: 'Text: long' }).click();
      assert.equal(await page.locator('.filter-input').inputValue(), text);
    }
  });

  it('sorts by a title and by the columns menu, says that it is a snapshot, and goes back to arrival order', async () => {
    const page = await pages.open({ start: { endRow: 300 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.getByRole('columnheader', { name: 'Offset' }).click();
    await page.getByText('Sorted by Offset').first().waitFor();
    const header = page.getByRole('columnheader', { name: 'Offset' });
    assert.equal(await header.getAttribute('aria-sort'), 'ascending');
    await page.evaluate(() => {
      const { view } = window.stub.status;
      if (view) window.stub.set({ view: { ...view, newer: 12 } });
    });
    await page.getByText('Sorted by Offset · 12 newer records are not among them').waitFor();
    await page.getByRole('button', { name: 'Sort Again' }).click();
    await page.getByRole('button', { name: 'Columns' }).press('ArrowDown');
    await page.getByRole('menuitemradio', { name: 'Sort by Offset ↑' }).press('Enter');
    await page.getByText('Sorted by Offset · the highest first').waitFor();
    await page.getByRole('button', { name: 'Arrival Order' }).click();
    await page.getByText('Sorted by Offset').first().waitFor({ state: 'hidden' });
    const rising = { by: 'offset', descending: false };
    assert.deepEqual(
      (await pageCalls(page, 'view')).map((body) => (body as { view: unknown }).view),
      [{ order: rising }, { order: rising }, { order: { ...rising, descending: true } }, {}],
    );
  });

  it('sorts a topic again as it was last wanted, once it has been read', async () => {
    const look = { order: { by: 'key', descending: true } } as const;
    const page = await pages.open({ start: { endRow: 30, behind: 9, look } });
    await page.waitForSelector('#row-0:not(.blank)');
    assert.deepEqual(await pageCalls(page, 'view'), []);
    await page.evaluate(() => {
      window.stub.behind = 0;
      window.stub.push();
    });
    await page.getByText('Sorted by Key · the highest first').waitFor();
  });
});
