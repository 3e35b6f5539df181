import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TailPageState } from '../../src/protocol/tailPageState.ts';
import { SuitePages } from '../support/suitePages.ts';

const now = { kind: 'now' } as const;
const footer = (page: Page): Promise<string> => page.locator('.status-bar').innerText();

describe('the page’s states', () => {
  const pages = new SuitePages();

  it('says that it waits for records and offers to read from the beginning', async () => {
    const page = await pages.open({ start: { from: now } });
    await page
      .locator('.notice-title', { hasText: 'Waiting for new records in orders.' })
      .waitFor();
    await page.getByRole('button', { name: 'Read from the Beginning' }).click();
    await page.locator('.notice-title', { hasText: 'orders holds no records.' }).waitFor();
    assert.deepEqual(
      await page.evaluate(() => window.stub.calls.find((call) => call.name === 'restart')?.body),
      { plan: { from: { kind: 'beginning' } } },
    );
  });

  it('says what failed in place of the rows and tries again', async () => {
    const message = 'Cannot reach localhost:9092: connection refused.';
    const page = await pages.open({ start: { from: now, state: 'failed', message } });
    await page.getByText(message, { exact: true }).waitFor();
    assert.ok(await page.locator('.banner').isHidden());
    await page.getByRole('button', { name: 'Try Again' }).click();
    await page.locator('.state', { hasText: 'Live' }).waitFor();
  });

  it('keeps the rows where reading failed later, and says so over them', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.evaluate(() => window.stub.set({ state: 'failed', message: 'The broker is gone.' }));
    await page.locator('.banner-text', { hasText: 'The broker is gone.' }).waitFor();
    assert.ok(await page.locator('#row-0').isVisible());
    assert.ok(await page.getByRole('button', { name: 'Try Again' }).isVisible());
    assert.equal(await page.locator('.state').textContent(), 'Failed');
  });

  it('puts a message away when the user has read it', async () => {
    const page = await pages.open({ start: { endRow: 100, message: '5 offsets were deleted.' } });
    await page.locator('.banner').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.evaluate(() => window.stub.grow(1));
    await page.waitForFunction(() =>
      document.querySelector('.grid')?.getAttribute('aria-rowcount')?.endsWith('102'),
    );
    assert.ok(await page.locator('.banner').isHidden());
  });

  it('pauses, goes on, stops and starts', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    const state = page.locator('.state');
    await page.getByRole('button', { name: 'Pause' }).click();
    await state.filter({ hasText: 'Paused' }).waitFor();
    assert.equal(await page.locator('.rate').textContent(), '');
    await page.getByRole('button', { name: 'Resume' }).click();
    await state.filter({ hasText: 'Live' }).waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await state.filter({ hasText: 'Stopped' }).waitFor();
    assert.ok(await page.locator('#row-0').isVisible());
    assert.equal(
      await page.getByRole('button', { name: 'Pause' }).getAttribute('aria-disabled'),
      'true',
    );
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await state.filter({ hasText: 'Live' }).waitFor();
  });

  it('clears rows, selection and details', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.locator('#row-0:not(.blank)').click();
    await page.waitForSelector('.details .line');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('.notice-title').waitFor();
    assert.ok(await page.locator('.details').isHidden());
    assert.equal(await page.locator('.rows .row:not([hidden])').count(), 0);
    await page.evaluate(() => window.stub.grow(3));
    await page.waitForSelector('#row-102:not(.blank)');
    assert.equal(await page.locator('#row-100').getAttribute('aria-rowindex'), '2');
    assert.match(await footer(page), /3 seen/);
    assert.match(await footer(page), /0 dropped/);
  });

  it('tells in the footer where reading stands', async () => {
    const page = await pages.open({ start: { endRow: 600, behind: 5 } });
    await page.waitForSelector('#row-0:not(.blank)');
    const text = await footer(page);
    assert.match(text, /behind by 10 in partitions 2, 5/);
    assert.match(text, /600 seen/);
    assert.match(text, /214 MB of 256 MB/);
    assert.match(text, /0 dropped/);
    assert.match(text, /no group · nothing committed/);
    assert.equal(await page.locator('.partition-bar').count(), 6);
    assert.match(
      (await page.locator('.bars').getAttribute('title')) ?? '',
      /Partition 2: at 1,000,100 of 1,000,105, 5 behind/,
    );
    await page.evaluate(() => {
      window.stub.behind = 0;
      window.stub.set({ firstRow: 50 });
    });
    await page.locator('.position', { hasText: 'caught up' }).waitFor();
    await page.evaluate(() => window.stub.set({ state: 'paused' }));
    await page.locator('.position', { hasText: 'caught up' }).waitFor({ state: 'hidden' });
    assert.match(await footer(page), /50 dropped/);
  });

  it('tells in the footer which partition is not being read, and why', async () => {
    const problem = 'no leader';
    const partitions = [0, 1, 2].map((partition) => ({
      partition,
      position: '5',
      end: '5',
      ...(partition > 0 ? { problem } : {}),
    }));
    const page = await pages.open({ start: { endRow: 10, partitions } });
    await page.waitForSelector('#row-0:not(.blank)');
    assert.match(await footer(page), /Partition 1: no leader and 1 more/);
    assert.doesNotMatch(await footer(page), /caught up/);
    assert.equal(await page.locator('.partition-bar.problem').count(), 2);
  });

  it('is not live while no partition can be read, with rows and without', async () => {
    const problem = 'Nothing listens at 127.0.0.1:9092.';
    const partitions = [{ partition: 0, position: '5', end: '5', problem }];
    const page = await pages.open({ start: { endRow: 10, partitions } });
    await page.locator('.state', { hasText: 'Interrupted, trying again…' }).waitFor();
    assert.equal(await page.locator('.dot').getAttribute('data-look'), 'busy');
    const empty = await pages.open({ start: { endRow: 0, from: { kind: 'now' }, partitions } });
    await empty.locator('.notice', { hasText: problem }).waitFor();
    assert.equal(await empty.getByText('Waiting for new records').count(), 0);
  });

  it('shows one bar for more partitions than bars can tell apart', async () => {
    const partitions = Array.from({ length: 500 }, (_, partition) => ({
      partition,
      position: '5',
      end: '10',
    }));
    const page = await pages.open({ start: { endRow: 10, partitions } });
    await page.waitForSelector('#row-0:not(.blank)');
    assert.equal(await page.locator('.partition-bar').count(), 1);
    assert.match(await footer(page), /behind by 2,500 in partitions 0, 1, 2, 3, 4, 5, …/);
  });

  it('reveals a record that is to be shown, also before it has been read', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.evaluate(() => window.stub.reveal(5_000));
    await page.evaluate(() => window.stub.grow(10_000));
    await page.waitForSelector('#row-5000.active:not(.blank)');
    await page.waitForFunction(
      () => document.querySelector('.summary dd')?.textContent === '2@1,000,833',
    );
  });

  it('forgets rows of an earlier epoch, also those on their way', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.evaluate(() => {
      window.stub.latencyMs = 50;
      window.stub.set({ epoch: 5_000, firstRow: 200, endRow: 300 });
      window.stub.set({ epoch: 5_001, firstRow: 400, endRow: 410 });
    });
    await page.waitForSelector('#row-409:not(.blank)');
    assert.equal(await page.locator('#row-200').count(), 0);
  });

  it('keeps what it needs to come back: place, selection, what to read', async () => {
    const page = await pages.open({ start: { endRow: 10_000 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 22 * 500);
    await page.locator('#row-510:not(.blank)').click();
    await page.locator('#tab-key').click();
    await page.waitForFunction(() => (window.stub.state as TailPageState).tab === 'key');
    const saved = await page.evaluate(() => window.stub.state as TailPageState);
    assert.deepEqual(saved.from, { kind: 'beginning' });
    assert.equal(saved.cluster, 'Local');
    assert.equal(saved.top, 500);
    assert.equal(saved.selected, 510);
    assert.equal(saved.following, false);
    assert.deepEqual(saved.place, { topic: 'orders', partition: 0, offset: '1000085' });
    assert.equal(saved.starts, undefined);
  });

  it('keeps where a read from now on began', async () => {
    const page = await pages.open({ start: { endRow: 60, from: { kind: 'now' } } });
    await page.waitForFunction(() => (window.stub.state as TailPageState | undefined)?.starts);
    const { starts, place } = await page.evaluate(() => window.stub.state as TailPageState);
    assert.deepEqual(Object.keys(starts ?? {}), ['orders']);
    assert.deepEqual(Object.keys(starts?.orders ?? {}), ['0', '1', '2', '3', '4', '5']);
    assert.equal(starts?.orders?.['0'], '1000000');
    assert.equal(place, undefined);
  });

  it('keeps what is typed as a filter, also over one that is in force', async () => {
    const plan = { from: { kind: 'now' }, filter: { kind: 'text', text: 'u-4' } } as const;
    const page = await pages.open({ start: { endRow: 60, plan } });
    const field = page.getByRole('textbox', { name: /^Look for/ });
    await page.waitForFunction(() => document.querySelector('input')?.value === 'u-4');
    await field.fill('half an expres');
    await page.waitForFunction(() =>
      (window.stub.state as TailPageState | undefined)?.typed?.text.startsWith('half'),
    );
    const saved = await page.evaluate(() => window.stub.state as TailPageState);
    const typed = { kind: 'expression', text: 'value.total >', not: true } as const;
    assert.deepEqual(saved.typed, { kind: 'text', text: 'half an expres' });
    const again = await pages.open({ start: { endRow: 60, plan, saved: { ...saved, typed } } });
    await again.waitForSelector('.filter-bar [aria-pressed=true]');
    assert.equal(await again.getByRole('textbox', { name: /Expression/ }).inputValue(), typed.text);
  });

  it('keeps where a read was to begin that could not', async () => {
    const place = { topic: 'orders', partition: 0, offset: '1000085' };
    const unbegun = { place, starts: { orders: { '0': '1000000' } } };
    const plan = { from: { kind: 'now' } } as const;
    const page = await pages.open({ start: { plan, state: 'failed', message: 'Away', unbegun } });
    await page.waitForFunction(() => (window.stub.state as TailPageState | undefined)?.starts);
    const saved = await page.evaluate(() => window.stub.state as TailPageState);
    assert.deepEqual({ place: saved.place, starts: saved.starts }, unbegun);
  });

  it('shows what was at the top edge before, selecting nothing', async () => {
    const place = { topic: 'orders', partition: 0, offset: '1000085' };
    const before = { cluster: 'Local', topic: 'orders', from: { kind: 'now' }, epoch: 7, place };
    const page = await pages.open({ start: { endRow: 10_000, saved: before } });
    await page.waitForSelector('.row:not(.blank)');
    await page.evaluate(() => window.stub.reveal(510));
    await page.waitForSelector('#row-510:not(.blank)');
    assert.equal(await page.locator('.row[aria-selected=true]:not([hidden])').count(), 0);
    assert.ok(await page.locator('.details').isHidden());
  });

  const saved: TailPageState = {
    cluster: 'Local',
    topic: 'orders',
    from: { kind: 'beginning' },
    epoch: 1_000,
    top: 500,
    following: false,
    selected: 510,
    tab: 'key',
    widths: { key: 200 },
  };

  it('comes back where it was when it is shown again', async () => {
    const page = await pages.open({ start: { endRow: 10_000, saved } });
    await page.waitForSelector('#row-510.active:not(.blank)');
    assert.equal(await page.locator('.rows .row').first().getAttribute('id'), 'row-500');
    await page.waitForSelector('.details .line');
    assert.equal(await page.locator('.panel-content').textContent(), 'u-4711');
    assert.equal((await page.locator('#row-510 .key').boundingBox())?.width, 200);
  });

  it('comes back at the start where the host has read anew, widths as they were', async () => {
    const page = await pages.open({ start: { endRow: 10_000, saved: { ...saved, epoch: 7 } } });
    await page.waitForSelector('#row-0:not(.blank)');
    assert.equal(await page.locator('.row.active').count(), 0);
    assert.equal((await page.locator('#row-0 .key').boundingBox())?.width, 200);
  });

  it('takes no harm from a state that is none', async () => {
    const page = await pages.open({ start: { endRow: 10, saved: { top: 'x', from: 5 } } });
    await page.waitForSelector('#row-0:not(.blank)');
  });
});
