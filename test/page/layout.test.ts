import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { pageCalls } from '../support/pageCalls.ts';
import { SuitePages } from '../support/suitePages.ts';

async function box(page: Page, selector: string) {
  const found = await page.locator(selector).boundingBox();
  assert.ok(found, selector);
  return found;
}

async function openDetails(page: Page): Promise<void> {
  await page.locator('#row-1:not(.blank)').click();
  await page.waitForSelector('.details .line');
}

describe('the layout', () => {
  const pages = new SuitePages();

  it('has the details beside the grid where there is room', async () => {
    const page = await pages.open({ width: 1240, start: { endRow: 1_000 } });
    await openDetails(page);
    const grid = await box(page, '.grid');
    const details = await box(page, '.details');
    assert.ok(details.x >= grid.x + grid.width);
    assert.ok(Math.abs(details.y - grid.y) < 2);
  });

  it('has them under the grid in a column of 500 px, with nothing cut off', async () => {
    const page = await pages.open({ width: 500, start: { endRow: 1_000, behind: 9 } });
    await openDetails(page);
    const grid = await box(page, '.grid');
    const details = await box(page, '.details');
    assert.ok(details.y >= grid.y + grid.height);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 500);
    for (const name of ['Pause', 'Stop', 'Follow', 'Clear', 'Open in Editor']) {
      const button = await page.getByRole('button', { name, exact: true }).boundingBox();
      assert.ok(button && button.x >= 0 && button.x + button.width <= 500, name);
    }
    const group = await box(page, '.no-group');
    assert.ok(group.x + group.width <= 500);
  });

  it('has Pause and Stop beside each other and the name, however narrow it is', async () => {
    for (const width of [300, 370, 500, 600]) {
      const page = await pages.open({
        width,
        start: { endRow: 1_000, moreTopics: ['a-long-name'] },
      });
      await page.getByText('rec/s').waitFor();
      const pause = await box(page, 'vscode-button:text-is("Pause")');
      const stop = await box(page, 'vscode-button:text-is("Stop")');
      const name = await box(page, 'h1.topic');
      assert.equal(pause.y, stop.y, String(width));
      assert.ok(stop.x >= pause.x + pause.width && stop.x + stop.width <= width, String(width));
      assert.ok(name.y >= pause.y && name.y < pause.y + pause.height && name.width > 40);
    }
  });

  it('keeps what belongs to the details inside them where height is short', async () => {
    const page = await pages.open({ width: 800, height: 260, start: { endRow: 1_000 } });
    await openDetails(page);
    const button = await page.getByRole('button', { name: 'Open in Editor' }).boundingBox();
    const bar = await box(page, '.status-bar');
    assert.ok(button && button.y + button.height <= bar.y);
    assert.ok((await box(page, '.panel')).height > 40);
  });

  it('shows a timestamp in full in a narrow column, without its day', async () => {
    const page = await pages.open({ width: 500, start: { endRow: 1_000 } });
    await page.waitForSelector('#row-0:not(.blank)');
    const cut = await page
      .locator('#row-0 .timestamp')
      .evaluate((cell) => cell.scrollWidth > cell.clientWidth);
    assert.equal(cut, false);
    assert.ok(await page.locator('#row-0 .day').isHidden());
  });

  it('gives every row and the header the same columns', async () => {
    for (const width of [1240, 500]) {
      const page = await pages.open({ width, start: { endRow: 1_000 } });
      await page.waitForSelector('#row-0:not(.blank)');
      const lefts = (selector: string): Promise<number[]> =>
        page
          .locator(`${selector} > .cell`)
          .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
      assert.deepEqual(await lefts('#row-7'), await lefts('.row.header'));
    }
  });

  it('fits its columns without scrolling, and a sorted title beside its mark', async () => {
    for (const width of [1240, 672, 671, 500]) {
      const page = await pages.open({ width, start: { endRow: 1_000 } });
      await page.waitForSelector('#row-0:not(.blank)');
      const over = await page
        .locator('.grid')
        .evaluate((grid) => grid.scrollWidth - grid.clientWidth);
      assert.ok(over <= 0, `${over} px too wide at ${width}`);
      if (width < 672) continue;
      await page.locator('.header .cell:last-child').click();
      const mark = await box(page, '.header .sort-mark');
      const header = await box(page, '.header');
      const button = await box(page, '.columns-button');
      assert.ok(mark.y >= header.y && mark.y + mark.height <= header.y + header.height);
      assert.ok(mark.x + mark.width <= button.x);
    }
  });

  it('scrolls sideways where even the narrow columns do not fit, the header with the rows', async () => {
    const page = await pages.open({ width: 320, start: { endRow: 1_000 } });
    await page.locator('#row-0:not(.blank)').click();
    for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowRight');
    const value = await box(page, '#row-0 .value');
    assert.ok(value.x + value.width <= 321, String(value.x + value.width));
    const header = await box(page, '.header .cell:last-child');
    assert.equal(header.x, value.x);
  });

  it('keeps the header over the rows wherever they are', async () => {
    const page = await pages.open({ start: { endRow: 1_000 } });
    await page.waitForSelector('#row-0:not(.blank)');
    const before = await box(page, '.header');
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 3_000);
    await page.waitForSelector('#row-140:not(.blank)');
    assert.deepEqual(await box(page, '.header'), before);
  });

  it('is made of VS Code’s colours alone', async () => {
    const page = await pages.open({ start: { endRow: 10 } });
    const own = await page.evaluate(() => {
      const found: string[] = [];
      const visit = (rules: CSSRuleList): void => {
        for (const rule of rules) {
          if ('cssRules' in rule) visit(rule.cssRules as CSSRuleList);
          if (!(rule instanceof CSSStyleRule)) continue;
          const colour =
            /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|\b(?:white|black|red|gr[ae]y|blue|green)\b/i;
          const text = rule.style.cssText.replace(/var\(--[\w-]+|white-space/g, '');
          if (colour.test(text)) found.push(rule.cssText);
        }
      };
      for (const sheet of document.styleSheets) visit(sheet.cssRules);
      return found;
    });
    assert.deepEqual(own, []);
  });

  it('says where it reads in one button where there is no room for the sentence', async () => {
    const plan = {
      from: { kind: 'ago', ms: 900_000 },
      to: { kind: 'count', count: 1_000 },
      partitions: [0, 1, 2, 5],
      isolation: 'committed',
    } as const;
    const page = await pages.open({ width: 500, start: { endRow: 100, plan } });
    const from = page.getByRole('button', { name: 'from 15 minutes ago' });
    assert.equal(await from.isVisible(), false);
    await page
      .getByRole('button', { name: '15 minutes ago → 1,000 records · 0-2, 5 · read committed' })
      .press('Enter');
    await from.click();
    await page.getByRole('menuitemradio', { name: 'the last 100', exact: true }).click();
    await page.waitForFunction(() => window.stub.calls.some((call) => call.name === 'restart'));
    const restarts = await pageCalls(page, 'restart');
    assert.deepEqual(restarts, [{ plan: { ...plan, from: { kind: 'last', count: 100 } } }]);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 500);
  });

  it('cuts the name of a group that would push everything else away', async () => {
    const group = 'billing-and-invoicing-service-production-eu-west-1-consumer';
    const plan = { from: { kind: 'group', group } } as const;
    const page = await pages.open({ width: 500, start: { endRow: 100, plan } });
    await page.locator('.sentence-summary').press('Enter');
    const from = page.getByRole('button', { name: `from the committed offsets of “${group}”` });
    assert.equal(await from.textContent(), 'the committed offsets of “billing-and-invoi… ▾');
    assert.equal(await from.getAttribute('title'), `the committed offsets of “${group}”`);
    const box = await from.boundingBox();
    assert.ok(box && box.x + box.width <= 500);
  });

  it('gives secondary buttons the border that a theme has for them, and the button of the columns none', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.evaluate(() => {
      const { style } = document.documentElement;
      style.setProperty('--vscode-button-border', 'rgb(1, 1, 1)');
      style.setProperty('--vscode-button-secondaryBorder', 'rgb(2, 2, 2)');
    });
    const borderOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((button) => {
          const base = button.shadowRoot?.querySelector('[part~=base]');
          return base && getComputedStyle(base).borderTopColor;
        });
    assert.equal(await borderOf('.toolbar vscode-button'), 'rgb(2, 2, 2)');
    assert.equal(await borderOf('.columns-button'), 'rgba(0, 0, 0, 0)');
  });
});
