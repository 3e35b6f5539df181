import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { english } from '../../src/messages/translate.ts';
import type { NotebookOutput } from '../../src/protocol/notebookOutput.ts';
import type { BlockResult, ReadRecord } from '../../src/run/blockResult.ts';
import { lineOutput, resultOutput } from '../../src/run/output/resultOutput.ts';
import { axeViolations } from '../support/axeViolations.ts';
import { RendererPages } from '../support/rendererPage.ts';
import { themes, type ThemeName } from '../support/themes.ts';

const record = (part: Partial<ReadRecord> = {}): ReadRecord => ({
  ...{ topic: 'users', partition: 0, offset: '9007199254740993', timestamp: 1_700_000_000_000 },
  ...{ key: 'User_1', value: '{"id": 9007199254740993}', headers: [] },
  ...part,
});
const base: BlockResult = { block: 0, kind: 'CONSUMER', line: 0, ok: true, ms: 12 };
const place = { cluster: 'Local' };
const outputOf = (part: Partial<BlockResult>, more = {}): NotebookOutput =>
  resultOutput({ ...base, ...part }, { ...place, ...more }, english, 'en');
const many = (count: number): ReadRecord[] =>
  Array.from({ length: count }, (_, n) => record({ offset: String(n), value: `value ${n}` }));

const kinds = outputOf({
  records: [
    record({ key: null, value: null, timestamp: -1 }),
    record({ value: null }),
    record({ key: '', value: { base64: '/wA=' } }),
    record({ key: 'null', value: 'a\nb\u202e', headers: [['source', 'web']] }),
  ],
});
const failed = outputOf({
  ok: false,
  error: {
    reason: 'topicUnknown',
    message: 'The topic “ordrs” does not exist in this cluster. Create it first.',
    short: 'topic “ordrs” does not exist',
  },
});
const lost = outputOf({
  ...{ kind: 'PRODUCER', ok: false, count: 399, refused: 1 },
  ranges: [{ topic: 'users', partition: 0, firstOffset: '0', lastOffset: '398', count: 399 }],
  lost: [
    { state: 'refused', first: 149, last: 149, firstLine: 150, message: 'It is too large.' },
    { state: 'notSent', first: 400, firstLine: 401 },
  ],
  error: { reason: 'recordTooLarge', message: 'It is too large.', short: 'too large', line: 150 },
});
const all: readonly NotebookOutput[] = [
  kinds,
  failed,
  lost,
  outputOf({ kind: 'SHOW', rows: [{ topic: 'users', partitions: 3, leader: null }] }),
  outputOf({ records: many(1000), truncated: true }),
  lineOutput('running', 'running… 1,000 records · 5,000/s', english, 'en'),
];

describe('the renderer of notebook outputs', () => {
  let pages: RendererPages;
  before(async () => (pages = await RendererPages.start()));
  afterEach(() => pages.closePages());
  after(() => pages.stop());

  it('tells null, tombstone, empty, binary and the text “null” apart', async () => {
    const page = await pages.open([kinds]);
    const rows = await page
      .locator('tr')
      .evaluateAll((found) => found.map((row) => [...row.children].map((one) => one.textContent)));
    assert.deepEqual(rows, [
      ['Timestamp', 'Partition', 'Offset', 'Key', 'Headers', 'Value'],
      ['none', '0', '9,007,199,254,740,993', 'null', '', 'null'],
      ['23:13:20.000 Nov 14 2023', '0', '9,007,199,254,740,993', 'User_1', '', 'tombstone'],
      ['23:13:20.000 Nov 14 2023', '0', '9,007,199,254,740,993', 'empty', '', 'binary 2 B ff 00'],
      ['23:13:20.000 Nov 14 2023', '0', '9,007,199,254,740,993', 'null', 'source=web', 'a↵bU+202E'],
    ]);
    assert.equal(await page.locator('td.key .tag').count(), 2);
  });

  it('shows hostile records as text, and needs nothing that a policy refuses', async () => {
    const markup = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
    const page = await pages.open([
      outputOf({ records: [record({ key: markup, value: markup })] }),
      outputOf({ kind: 'SHOW', rows: [{ [markup]: markup }] }),
    ]);
    assert.equal(await page.locator('td.value').textContent(), markup);
    assert.equal(await page.locator('img, td script').count(), 0);
    assert.deepEqual(await page.evaluate(() => ['pwned' in window, window.refused]), [false, []]);
  });

  it('is bounded, and says how much more there is', async () => {
    const page = await pages.open([outputOf({ records: many(1000), truncated: true })]);
    assert.equal(await page.locator('tbody tr').count(), 200);
    await page.getByText('The first 200 of more than 1,000 records are shown.').waitFor();
    const height = await page.locator('.frame:visible').evaluate((frame) => frame.clientHeight);
    assert.ok(height < 400, String(height));
  });

  it('follows what arrives until somebody scrolls up, and keeps the focus', async () => {
    const page = await pages.open([outputOf({ records: many(50) }, { running: '…' })]);
    const frame = page.locator('.frame:visible');
    const toEnd = (): Promise<number> =>
      frame.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight);
    const draw = (count: number): Promise<void> =>
      page.evaluate(
        (output) => window.draw(0, output),
        outputOf({ records: many(count) }, { running: '…' }),
      );
    await frame.focus();
    await page.keyboard.press('End');
    await page.waitForFunction(() => {
      const one = document
        .querySelector('#output-0')
        ?.shadowRoot?.querySelector('.frame:not([hidden])');
      return one && one.scrollHeight - one.scrollTop - one.clientHeight < 2;
    });
    await draw(60);
    assert.ok((await toEnd()) < 2);
    await frame.evaluate((one) => one.scrollTo(0, 100));
    await draw(70);
    assert.equal(await frame.evaluate((one) => one.scrollTop), 100);
    assert.equal(
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className),
      'frame',
    );
  });

  it('sorts by a press on a title, and keeps the order over what arrives', async () => {
    const rowsOf = (...partitions: (number | null)[]): NotebookOutput =>
      outputOf({
        kind: 'SHOW',
        rows: partitions.map((one, n) => ({ topic: `t${n}`, parts: one })),
      });
    const page = await pages.open([rowsOf(10, null, 9)]);
    const column = (): Promise<string[]> => page.locator('td.end').allTextContents();
    const title = page.getByRole('button', { name: 'parts' });
    const order = (): Promise<string | null> =>
      page.getByRole('columnheader', { name: 'parts' }).getAttribute('aria-sort');
    assert.equal(await order(), 'none');
    await title.click();
    assert.deepEqual([await column(), await order()], [['9', '10', 'null'], 'ascending']);
    await title.click();
    assert.deepEqual([await column(), await order()], [['10', '9', 'null'], 'descending']);
    await page.evaluate((output) => window.draw(0, output), rowsOf(10, null, 9, 11));
    assert.deepEqual([await column(), await order()], [['11', '10', '9', 'null'], 'descending']);
    await title.click();
    assert.deepEqual([await column(), await order()], [['10', 'null', '9', '11'], 'none']);
  });

  it('has titles that are one tab stop, with arrow keys from one to another', async () => {
    const page = await pages.open([outputOf({ records: many(3) })]);
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
    const first = page.locator('td.value').first();
    await page.getByRole('group', { name: 'Result' }).focus();
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Timestamp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    assert.equal(await focused(), 'Value');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    assert.equal(await first.textContent(), 'value 2');
    await page.evaluate((output) => window.draw(0, output), outputOf({ records: many(4) }));
    assert.equal(await first.textContent(), 'value 3');
    assert.equal(await focused(), 'Value↓');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Open in Tail View');
  });

  it('asks the host for the tail view of what it shows', async () => {
    const page = await pages.open([outputOf({ records: [record({ offset: '7' })] })]);
    await page.getByRole('button', { name: 'Open in Tail View' }).click();
    assert.deepEqual(await page.evaluate(() => window.sent), [
      {
        cluster: 'Local',
        topic: 'users',
        plan: { from: { kind: 'offset', partition: 0, offset: '7' }, partitions: [0] },
      },
    ]);
  });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    for (const width of theme === 'dark' ? [900, 500] : [500]) {
      it(`has nothing for axe to find, and fits: ${theme}, ${width} px wide`, async () => {
        const page = await pages.open(all, { theme, width });
        if (process.env.PICTURES !== undefined) {
          await page.screenshot({
            path: `${process.env.PICTURES}/${theme}-${width}.png`,
            fullPage: true,
          });
        }
        assert.deepEqual(await axeViolations(page), []);
        const room = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(room <= width, String(room));
      });
    }
  }
});
