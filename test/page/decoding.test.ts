import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openRecord } from '../support/openRecord.ts';
import { lastPageCall } from '../support/pageCalls.ts';
import { SuitePages } from '../support/suitePages.ts';

describe('how keys and values are decoded', () => {
  const pages = new SuitePages();

  it('is chosen in the details, remembered, and every row asked for anew', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await openRecord(page, 0);
    const rowsBefore = await page.evaluate(
      () => window.stub.calls.filter(({ name }) => name === 'rows').length,
    );
    const menu = page.getByRole('button', { name: 'Decode the topic’s values as: Automatic' });
    await menu.press('Enter');
    await page.getByRole('menuitemradio', { name: 'MessagePack' }).press('Enter');
    await page.getByRole('button', { name: 'Decode the topic’s values as: MessagePack' }).waitFor();
    await page.waitForFunction(
      (count) => window.stub.calls.filter(({ name }) => name === 'rows').length > count,
      rowsBefore,
    );
    const { look } = (await lastPageCall(page, 'remember')) as { look: { decoders: unknown } };
    assert.deepEqual(look.decoders, { value: 'msgpack' });
    await page.waitForSelector('#row-0:not(.blank)');
  });

  it('is told for every decoder, by keyboard alone: what it makes of the record, or why it does not fit', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await openRecord(page, 0);
    await page
      .getByRole('button', { name: 'Decode the topic’s values as: Automatic' })
      .press('Enter');
    await page.locator('.menu-detail').first().waitFor();
    const items = page.getByRole('menuitemradio');
    assert.deepEqual(await items.allTextContents(), [
      'Automatic text: valid UTF-8 without control characters',
      'Integer, 64 bits no: it takes 8 B, and there are 5 B.',
      'MessagePack 49 <b>U+202E',
    ]);
    assert.deepEqual(await lastPageCall(page, 'tryDecoders'), { row: 0, part: 'value' });
    assert.ok(await items.first().evaluate((item) => item === document.activeElement));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Decode the topic’s values as: MessagePack' }).waitFor();
  });

  it('is chosen in VS Code from the view’s menu', async () => {
    const page = await pages.open({
      start: { endRow: 100, look: { decoders: { key: 'int64' } } },
    });
    await page.evaluate(() => (window.stub.askedDecoder = {}));
    await page.getByRole('button', { name: 'View' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Decode Keys… (Integer, 64 bits)' }).press('Enter');
    await page.waitForFunction(() => window.stub.calls.some(({ name }) => name === 'remember'));
    assert.deepEqual(await lastPageCall(page, 'askDecoder'), { part: 'key', now: 'int64' });
    const { look } = (await lastPageCall(page, 'remember')) as { look: { decoders: unknown } };
    assert.equal(look.decoders, undefined);
  });

  it('says in the row and in the details what could not be decoded, and why', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await page.waitForSelector('#row-0:not(.blank)');
    await page.evaluate(() => {
      const problem = 'Not decoded as Integer, 64 bits: it takes 8 B, and there are 3 B.';
      const cell = { kind: 'text', text: 'abc', truncated: false, sizeBytes: 3, problem } as const;
      const content = { ...cell, json: false };
      const place = { topic: 'orders', partition: 1, offset: '5', headerCount: 0 } as const;
      window.stub.special.set(1, {
        row: { kind: 'record', ...place, key: cell, value: cell, headers: '' },
        details: {
          ...place,
          timestampType: 'none',
          key: content,
          value: content,
          headers: [],
          codec: 'none',
          transactional: false,
        },
      });
      window.stub.set({ epoch: 2_000 });
    });
    await page.locator('#row-1 .tag', { hasText: 'not decoded' }).first().waitFor();
    assert.equal(await page.locator('#row-1 .value').textContent(), 'not decoded abc');
    await openRecord(page, 1);
    assert.match(
      (await page.locator('.panel .note').textContent()) ?? '',
      /^Not decoded as Integer, 64 bits: it takes 8 B/,
    );
    assert.deepEqual(await page.locator('.panel .line').allTextContents(), ['abc']);
  });

  it('gives way to text, hex or base64 of one record, kept from record to record', async () => {
    const page = await pages.open({ start: { endRow: 100 } });
    await openRecord(page, 0);
    await page.getByRole('button', { name: 'Show this record as: Decoded' }).press('Enter');
    await page.getByRole('menuitemradio', { name: 'Hex' }).press('Enter');
    await page.waitForFunction(() => window.stub.calls.at(-1)?.name === 'details');
    assert.deepEqual(await lastPageCall(page, 'details'), { row: 0, as: 'hex' });
    await openRecord(page, 1);
    assert.deepEqual(await lastPageCall(page, 'details'), { row: 1, as: 'hex' });
    // What the topic is decoded as is not what is seen then.
    assert.ok(await page.getByRole('button', { name: /^Decode the topic/ }).isHidden());
    await page.getByRole('tab', { name: 'Info' }).click();
    assert.ok(await page.locator('.form-bar').isHidden());
  });
});
