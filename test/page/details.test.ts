import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openRecord } from '../support/openRecord.ts';
import { pageCalls } from '../support/pageCalls.ts';
import { SuitePages } from '../support/suitePages.ts';

/** The panel's text, a line for each of its lines. */
async function lines(page: Page): Promise<string[]> {
  return page.locator('.panel .line').allTextContents();
}

describe('the details of a record', () => {
  const pages = new SuitePages();

  it('are not there before a record is selected', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    assert.ok(await page.locator('.details').isHidden());
    assert.ok(await page.locator('.splitter').isHidden());
  });

  it('show JSON as a person would write it, every digit intact', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await openRecord(page, 0);
    assert.deepEqual(await lines(page), [
      '{',
      '  "order_id": 9007199254740993,',
      '  "user": "u-4711",',
      '  "total": 0.90,',
      '  "items": [',
      '    { "sku": "KF-12", "n": 2 },',
      '    { "sku": "KF-77", "n": 1 }',
      '  ],',
      '  "coupon": null,',
      '  "gift": true,',
      '  "note": "<b>hostile text stays text</b>"',
      '}',
    ]);
    assert.equal(await page.locator('.json-number').first().textContent(), '9007199254740993');
    assert.equal(await page.locator('.json-key').first().textContent(), '"order_id"');
  });

  it('keep both of two keys that are the same', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.evaluate(() => {
      const text = '{"a":1,"a":9007199254740993,"a":1.0}';
      const content = { kind: 'text', text, json: true, truncated: false, sizeBytes: 40 } as const;
      window.stub.special.set(1, {
        details: {
          topic: 'orders',
          partition: 1,
          offset: '5',
          timestampType: 'none',
          key: content,
          value: content,
          headers: [],
          headerCount: 0,
          codec: 'none',
          transactional: false,
        },
      });
    });
    await openRecord(page, 1);
    assert.deepEqual(await lines(page), [
      '{',
      '  "a": 1,',
      '  "a": 9007199254740993,',
      '  "a": 1.0',
      '}',
    ]);
    await page.locator('#tab-headers').click();
    assert.equal(await page.locator('.panel-content').textContent(), 'This record has no headers.');
  });

  it('say what has no text', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    const panel = page.locator('.panel-content');
    await openRecord(page, 3);
    assert.match((await panel.textContent()) ?? '', /^tombstone Tombstone: a key without a value/);
    await openRecord(page, 5);
    assert.match((await panel.textContent()) ?? '', /^empty Empty: zero bytes/);
    await openRecord(page, 2);
    assert.equal(await panel.locator('.tag').textContent(), 'binary 13 B');
    assert.match((await lines(page))[0] ?? '', /^000000 {2}00 00 00 2a {2}08 96 01 12 {2}/);
    await page.locator('#tab-key').click();
    assert.match((await panel.textContent()) ?? '', /^null null: the record has no bytes/);
    assert.match(
      (await page.locator('.summary').textContent()) ?? '',
      /key null, value 13 B · zstd$/,
    );
  });

  it('keep the lines of a text', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await openRecord(page, 7);
    assert.deepEqual(await lines(page), [
      'Straße 日本 plain text value, a\ttab and',
      'a second line',
    ]);
  });

  it('list headers in their order with every name as often as it is there', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await openRecord(page, 11);
    assert.equal(await page.locator('#tab-headers').textContent(), 'Headers 3');
    await page.locator('#tab-headers').click();
    assert.deepEqual(await page.locator('.panel dt').allTextContents(), [
      'traceparent',
      'source',
      'source',
    ]);
    assert.deepEqual((await page.locator('.panel dd').allTextContents()).slice(1), [
      'checkout',
      'null',
    ]);
  });

  it('tell everything else about the record', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await openRecord(page, 1);
    await page.locator('#tab-info').click();
    const names = await page.locator('.panel dt').allTextContents();
    const values = await page.locator('.panel dd').allTextContents();
    assert.deepEqual(Object.fromEntries(names.map((name, index) => [name, values[index]])), {
      Topic: 'users',
      Partition: '1',
      Offset: '1,000,000',
      Timestamp: '2026-11-21 10:41:07.007 +01:00 (set by the producer)',
      'In UTC': '2026-11-21T09:41:07.007Z',
      Milliseconds: '1795254067007',
      'Key size': '6 B',
      'Value size': '178 B',
      Headers: '1',
      Compression: 'zstd',
      'Producer id': '4021',
      Transactional: 'yes',
    });
  });

  it('copy the value, the key or the whole record', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await openRecord(page, 1);
    for (const name of ['Copy Value', 'Copy Key', 'Copy Headers', 'Copy as kcat Command']) {
      await page
        .locator('.actions')
        .getByRole('button', { name: /Copy|Copied/ })
        .click();
      await page.getByRole('menuitem', { name }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
    }
    const rest = { ranges: [{ first: 1, end: 2 }], time: 'local' };
    assert.deepEqual(await pageCalls(page, 'copy'), [
      { ...rest, form: 'cells', columns: ['value'] },
      { ...rest, form: 'cells', columns: ['key'] },
      { ...rest, form: 'cells', columns: ['headers'] },
      { ...rest, form: 'kcat', columns: [] },
    ]);
  });

  it('show a field as a column, from its line', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await openRecord(page, 1);
    await page.locator('.panel .line').nth(1).click({ button: 'right' });
    const item = page.getByRole('menuitem', { name: /^Show value\.\S+ as a Column$/ });
    const path = /^Show (\S+) /.exec((await item.textContent()) ?? '')?.[1] ?? '';
    await item.click();
    await page.getByRole('columnheader', { name: path }).waitFor();
    // The line of the outermost bracket is no field.
    await page.locator('.panel .line').first().click({ button: 'right' });
    assert.equal(await page.getByRole('menuitem').count(), 0);
  });

  it('are worked with by keyboard alone', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await openRecord(page, 1);
    await page.getByRole('button', { name: 'Produce Again…' }).press('Enter');
    await page.locator('#tab-value').press('ArrowRight');
    await page.getByRole('button', { name: 'Open in Editor' }).press(' ');
    const more = page.getByRole('button', { name: 'More' });
    await more.press('ArrowDown');
    await page.keyboard.press('Escape');
    assert.equal(await more.evaluate((button) => button === document.activeElement), true);
    await more.press('ArrowDown');
    await page.keyboard.press('Enter');
    await more.press('Enter');
    for (const key of ['End', 'ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
    await page.waitForSelector('#row-7.active');
    await more.press('Enter');
    await page.getByRole('menuitem', { name: 'Compare with 1@1,000,000' }).press('Enter');
    assert.deepEqual(await pageCalls(page, 'produceAgain'), [{ row: 1 }]);
    assert.deepEqual(await pageCalls(page, 'open'), [{ row: 1, part: 'key' }]);
    assert.deepEqual(await pageCalls(page, 'nextSameKey'), [{ row: 1 }]);
    assert.deepEqual(await pageCalls(page, 'compare'), [{ left: 1, right: 7 }]);
  });

  it('say that there is no later record with the key', async () => {
    const page = await pages.open({ start: { endRow: 100 }, height: 3_000 });
    await openRecord(page, 98);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Next with Same Key' }).click();
    await page.getByText('No later record with this key has been read.').first().waitFor();
  });

  it('say why a batch cannot be read', async () => {
    const page = await pages.open({ start: { endRow: 100 }, height: 1_600 });
    await openRecord(page, 60);
    assert.match(
      (await page.locator('.panel-content').textContent()) ?? '',
      /could not be read \(0@1,000,010–1,000,051\): The batch’s checksum is wrong/,
    );
  });

  it('say when the record has been dropped meanwhile', async () => {
    const page = await pages.open({ start: { endRow: 100 }, height: 1_600 });
    await page.waitForSelector('#row-60:not(.blank)');
    await page.evaluate(() => {
      const cell = { kind: 'text', text: 'x', truncated: false, sizeBytes: 1 } as const;
      const row = {
        kind: 'record',
        topic: 'orders',
        partition: 0,
        offset: '1',
        key: cell,
        value: cell,
        headerCount: 0,
        headers: '',
      } as const;
      window.stub.special.set(60, { row });
    });
    await page.evaluate(() => window.stub.set({ epoch: 2_000 }));
    await page.waitForFunction(() => !document.querySelector('#row-60.unreadable'));
    await openRecord(page, 60);
    assert.match(
      (await page.locator('.panel-content').textContent()) ?? '',
      /was dropped from memory/,
    );
  });

  it('show the last of many quickly selected records, and only that', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.evaluate(() => (window.stub.latencyMs = 40));
    await page.locator('.grid').focus();
    for (let n = 0; n < 12; n++) await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      () => document.querySelector('.summary dd')?.textContent === '5@1,000,001',
    );
    assert.equal(await page.evaluate(() => window.stub.mostRunning), 1);
  });
});
