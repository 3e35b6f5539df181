import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { contentOf } from '../../src/core/serde/content.ts';
import { cell, textContent } from '../support/stubRecords.ts';
import { SuitePages } from '../support/suitePages.ts';
import type { Content, RecordDetails } from '../../src/protocol/recordDetails.ts';

const markup = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';

function details(value: Content, headers: RecordDetails['headers'] = []): RecordDetails {
  return {
    topic: 'orders',
    partition: 0,
    offset: '0',
    timestampMs: 0,
    timestampType: 'create',
    key: textContent(markup),
    value,
    headers,
    headerCount: headers.length,
    codec: 'none',
    transactional: false,
  };
}

/** Puts a record in row 0 and selects it. */
async function show(page: Page, record: RecordDetails): Promise<void> {
  const { key, value, headerCount } = record;
  const row = {
    kind: 'record',
    topic: 'orders',
    partition: 0,
    offset: '0',
    key: cell(key),
    value: cell(value),
    headerCount,
    headers: '',
  } as const;
  await page.evaluate(([r, d]) => window.stub.special.set(0, { row: r, details: d }), [
    row,
    record,
  ] as const);
  await page.evaluate(() => window.stub.set({ epoch: window.stub.status.epoch + 1, endRow: 50 }));
  await page.locator('#row-0 .key', { hasText: markup }).waitFor();
  await page.locator('#row-0:not(.blank)').click();
  await page.waitForSelector('.details:not([hidden]):not([aria-busy])');
}

describe('hostile records', () => {
  const pages = new SuitePages();

  it('stay text, whatever markup they hold, in rows, values, keys and headers', async () => {
    const page = await pages.open({ start: { endRow: 50 } });
    await show(page, details(textContent(markup), [{ name: markup, value: textContent(markup) }]));
    assert.equal(await page.locator('#row-0 .value').textContent(), markup);
    assert.equal(await page.locator('#row-0 .key').textContent(), markup);
    assert.equal(await page.locator('.panel-content').textContent(), markup);
    await page.locator('#tab-key').click();
    assert.equal(await page.locator('.panel-content').textContent(), markup);
    await page.locator('#tab-headers').click();
    assert.equal(await page.locator('.panel dt').textContent(), markup);
    assert.equal(await page.locator('.panel dd').textContent(), markup);
    assert.equal(await page.locator('img, .panel script').count(), 0);
    assert.equal(await page.evaluate(() => 'pwned' in window), false);
    assert.deepEqual(await page.evaluate(() => window.stub.violations), []);
  });

  it('stay text in the names of topic and cluster and in the host’s messages', async () => {
    const page = await pages.open({ start: { endRow: 50, state: 'failed', message: markup } });
    await page.locator('.banner').waitFor();
    assert.equal(await page.locator('.banner-text').textContent(), markup);
    assert.equal(await page.locator('img').count(), 0);
  });

  it('cannot turn the text around them with direction marks', async () => {
    const page = await pages.open({ start: { endRow: 50 } });
    await show(page, details(textContent('user\u202egnp.exe\u2066 \u05d0\u05d1')));
    assert.deepEqual(await page.locator('#row-0 .value .mark').allTextContents(), [
      'U+202E',
      'U+2066',
    ]);
    assert.deepEqual(await page.locator('.panel .mark').allTextContents(), ['U+202E', 'U+2066']);
  });

  it('show halves of surrogate pairs as what they are', async () => {
    const page = await pages.open({ start: { endRow: 50 } });
    await show(page, details(textContent('a\ud800b\udfffc😀')));
    assert.equal(await page.locator('#row-0 .value').textContent(), 'aU+D800bU+DFFFc😀');
    assert.equal(await page.locator('#row-0 .value .mark').count(), 2);
  });

  it('may have 10,000 headers: all can be scrolled to', async () => {
    const page = await pages.open({ start: { endRow: 50 } });
    const headers = Array.from({ length: 10_000 }, (_, n) => ({
      name: `h${n}`,
      value: textContent(`v${n}`),
    }));
    await show(page, details(textContent('x'), headers));
    await page.locator('#tab-headers').click();
    assert.ok((await page.locator('.panel dt').count()) < 5_000);
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
    await page.locator('.panel dt', { hasText: /^h9999$/ }).waitFor();
  });

  it('say how many of their headers are shown', async () => {
    const page = await pages.open({ start: { endRow: 50 } });
    const headers = [{ name: 'a', value: textContent('b') }];
    await show(page, { ...details(textContent('x'), headers), headerCount: 10_000 });
    await page.locator('#tab-headers').click();
    assert.equal(await page.locator('.panel .note').textContent(), 'The first 1 of 10,000 headers');
  });

  it('tell control characters, invalid UTF-8 and binary apart, and say what they are', async () => {
    const page = await pages.open({ start: { endRow: 50 } });
    const binary = contentOf(Uint8Array.of(0, 1, 255));
    for (const [value, inRow, inDetails] of [
      [
        contentOf(Buffer.from('\u001b[31mERROR\u001b[0m disk full')),
        '␛[31mERROR␛[0m disk full',
        'It has control characters, which are shown as symbols.␛[31mERROR␛[0m disk full',
      ],
      [
        contentOf(Buffer.from('Straße', 'latin1')),
        'not UTF-8 6 B 53 74 72 61 df 65',
        /^not UTF-8 6 B000000 {2}53 74 72 61 {2}df 65 +Stra·e$/,
      ],
      [binary, 'binary 3 B 00 01 ff', /^binary 3 B000000 {2}00 01 ff .*···$/],
    ] as const) {
      await show(page, details(value, [{ name: 'h', value: binary }]));
      assert.equal(await page.locator('#row-0 .value').textContent(), inRow);
      const shown = (await page.locator('.panel-content').textContent()) ?? '';
      if (typeof inDetails === 'string') assert.equal(shown, inDetails);
      else assert.match(shown, inDetails);
    }
    await page.locator('#tab-headers').click();
    // Without the dump's dots, which would look as if more followed.
    assert.equal(await page.locator('.panel dd').textContent(), 'binary 3 B 00 01 ff');
  });

  const megabyte = 1024 * 1024;
  const large: Record<string, Content> = {
    'a megabyte without a line end': textContent('x'.repeat(megabyte)),
    'a megabyte of JSON numbers': {
      ...textContent(`[${'1,'.repeat(megabyte / 2 - 1)}1]`),
      json: true,
    },
    'a megabyte of opening brackets': { ...textContent('['.repeat(megabyte)), json: true },
    'one JSON string of a megabyte': { ...textContent(`["${'y'.repeat(megabyte)}"]`), json: true },
    'a megabyte of line ends': textContent('\n'.repeat(megabyte)),
    'a megabyte of bytes': {
      ...textContent(''),
      kind: 'binary',
      text: Buffer.alloc(megabyte, 7).toString('base64'),
      sizeBytes: 50 * megabyte,
      truncated: true,
    },
  };
  for (const [what, value] of Object.entries(large)) {
    it(`may be ${what}: the page stays usable`, async () => {
      const page = await pages.open({ start: { endRow: 50 } });
      await show(page, details(value));
      await page.waitForSelector('.panel .line');
      const { shown, elements } = await page.evaluate(() => ({
        shown: document.querySelector('.panel')?.textContent.length ?? 0,
        elements: document.querySelectorAll('.panel *').length,
      }));
      // Only what is near the view is made.
      assert.ok(shown < 300_000, `${shown} characters`);
      assert.ok(elements < 10_000, `${elements} elements`);
      await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
      await page.waitForFunction(() => document.querySelector('.block:last-child .line'));
      await page.locator('.grid').focus();
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(
        () => document.querySelector('.summary dd')?.textContent === '1@1,000,000',
      );
    });
  }

  it('say when they are shown in part', async () => {
    const page = await pages.open({ start: { endRow: 50 } });
    const value = {
      ...textContent('x'.repeat(megabyte)),
      truncated: true,
      sizeBytes: 50 * megabyte,
    };
    await show(page, details(value));
    assert.equal(await page.locator('.panel .note').textContent(), 'The first 1 MB of 50 MB');
  });

  it('load nothing from anywhere, however they try', async () => {
    const page = await pages.open({ start: { endRow: 50 } });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const css = 'background:url(http://evil.test/x)"><link rel=stylesheet href=//evil.test>';
    await show(page, details(textContent(css), [{ name: css, value: textContent(css) }]));
    await page.locator('#tab-headers').click();
    assert.deepEqual(requests, []);
  });
});
