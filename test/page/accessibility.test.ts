import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { axeViolations } from '../support/axeViolations.ts';
import { SuitePages } from '../support/suitePages.ts';
import type { OpenOptions } from '../support/tailPage.ts';
import { themes, type ThemeName } from '../support/themes.ts';

interface View {
  readonly start: OpenOptions['start'];
  /** The row whose details are open. */
  readonly details?: string;
  readonly width?: number;
  /** What is clicked at last: menus and the like. */
  readonly click?: string;
}

const views: Record<string, View> = {
  'rows, details and a switch that is on': {
    start: { endRow: 1_000, behind: 12 },
    details: '#row-0',
    click: '.filter-bar > [aria-pressed]',
  },
  'what every decoder makes of a value': {
    start: { endRow: 1_000 },
    details: '#row-2',
    click: '.form-bar .menu-button',
  },
  'a tombstone, a problem and the pill': {
    start: {
      endRow: 1_000,
      message: '12 offsets were deleted before they could be read.',
      partitions: [{ partition: 0, position: '5', end: '9', problem: 'no leader' }],
    },
    details: '#row-3',
  },
  'binary data in a narrow column': {
    start: { endRow: 1_000 },
    details: '#row-2',
    width: 500,
    click: '.sentence-summary',
  },
  'nothing yet, and a menu': {
    start: { from: { kind: 'now' } },
    click: '.sentence .menu-button',
  },
  'a failure': {
    start: { state: 'failed', message: 'Cannot reach localhost:9092: connection refused.' },
  },
  'a start': { start: { state: 'starting' } },
};

describe('accessibility', () => {
  const pages = new SuitePages();

  for (const theme of Object.keys(themes) as ThemeName[]) {
    for (const [what, { start, details, width, click }] of Object.entries(views)) {
      it(`axe finds nothing wrong and the policy nothing to report: ${what}, ${theme}`, async () => {
        const page = await pages.open({
          theme,
          start,
          ...(width ? { width } : {}),
          reducedMotion: true,
        });
        if (details) {
          await page.locator(`${details}:not(.blank)`).click();
          await page.waitForSelector('.details:not([hidden]):not([aria-busy])');
        } else {
          await page.locator('.notice-title').waitFor();
        }
        await page.waitForFunction(() => document.querySelector('.state')?.textContent !== '');
        if (click) await page.locator(click).first().click();
        assert.deepEqual(await axeViolations(page), []);
        assert.deepEqual(await page.evaluate(() => window.stub.violations), []);
      });
    }
  }

  it('says states and counts politely, never each record', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    const said = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const live = document.querySelector('[role=status]');
          if (!live) throw new Error('Nothing says what happens.');
          const texts: string[] = [];
          const changes = { childList: true, characterData: true, subtree: true };
          new MutationObserver(() => {
            texts.push(live.textContent);
            if (live.textContent === 'Paused') resolve(texts);
          }).observe(live, changes);
          let times = 0;
          const growing = setInterval(() => {
            window.stub.grow(7);
            if (++times < 30) return;
            clearInterval(growing);
            window.stub.set({ state: 'paused' });
          }, 10);
        }),
    );
    assert.ok(said.length <= 3, said.join(' | '));
  });

  for (const reducedMotion of [true, false]) {
    it(
      reducedMotion ? 'stands still where the user wants less motion' : 'moves while it connects',
      async () => {
        const page = await pages.open({ start: { state: 'starting' }, reducedMotion });
        await page.locator('vscode-progress-ring').waitFor();
        const moving = await page.evaluate(() => {
          const ring = document.querySelector('vscode-progress-ring')?.shadowRoot;
          return [document, ring].map((root) => root?.getAnimations().length);
        });
        assert.deepEqual(moving, reducedMotion ? [0, 0] : [1, 1]);
      },
    );
  }

  it('marks one entry of a menu, be it by key or by mouse, with a border in high contrast', async () => {
    const page = await pages.open({ theme: 'hc-dark', start: { endRow: 100 } });
    await page.locator('#row-1:not(.blank)').click();
    await page.keyboard.press('Shift+F10');
    const entries = page.getByRole('menuitem');
    await entries.first().waitFor();
    const marked = () =>
      entries.evaluateAll((all) =>
        all.flatMap((entry, index) =>
          getComputedStyle(entry).outlineColor === 'rgb(243, 133, 24)' ? [index] : [],
        ),
      );
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await marked(), [1]);
    await entries.nth(3).hover();
    assert.deepEqual(await marked(), [3]);
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await marked(), [4]);
  });

  it('draws a border around what colour alone would show, in high contrast', async () => {
    const page = await pages.open({ theme: 'hc-dark', start: { endRow: 100 } });
    await page.locator('#row-1:not(.blank)').click();
    const outline = await page
      .locator('#row-1')
      .evaluate((row) => getComputedStyle(row).outlineColor);
    assert.equal(outline, 'rgb(243, 133, 24)');
  });
});
