import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('host-scratch');
const lines = [
  '@cluster = Scratch',
  `TOPIC ${topic}`,
  'partitions: 2',
  '###',
  'PRODUCER many',
  `topic: ${topic}`,
  'partition: 1',
  'count: 3',
  'record {{$index}}',
  '###',
  'PRODUCER wrong',
  `topic: ${topic}-not`,
  'x',
  '###',
  'CONSUMER',
  `topic: ${topic}`,
  'from: earliest',
  '###',
  'CONSUMER some-group',
  `topic: ${topic}`,
  'form: earliest',
  '###',
  'SHOW topic ' + topic,
  'PRODUCER clock',
  `topic: ${topic}`,
  'every: 1s',
  'tick {{person.firstName}}',
  '###',
];
/** The line of the editor, from 1, that starts with a text. */
const lineOf = (start: string): number => lines.findIndex((line) => line.startsWith(start)) + 1;

describe('a scratch file, in VS Code', () => {
  const session = new SuiteSession({
    files: { 'inline.kafka': lines.join('\n') },
    clusters: { Scratch: {} },
  });
  before(() => session.workbench.openFile('inline.kafka'));

  const runAt = async (start: string): Promise<void> => {
    await session.workbench.goToLine(lineOf(start));
    await session.workbench.page.keyboard.press('Control+Enter');
  };

  it('has a lens row above each block, with the cluster that the file names', async () => {
    const { workbench } = session;
    await workbench.lens('Run').first().waitFor();
    await workbench.lensText('Scratch').nth(3).waitFor();
    await workbench.lens('Run as a member (commits offsets)').waitFor();
  });

  it('creates a topic, says so at the block, and counts it in the tree', async () => {
    const { workbench } = session;
    const { tree } = workbench;
    await workbench.show('Kafka');
    await tree.expandPath('Scratch', 'Topics');
    const before = Number(await tree.description('Topics', /^\d+$/));
    await runAt('TOPIC');
    assert.match(await workbench.drawnText('✓ created'), /^✓ created · \d+ ms$/);
    await tree.description('Topics', new RegExp(`^${before + 1}$`));
  });

  it('runs a block by its lens', async () => {
    const { workbench } = session;
    await workbench.clickLens('Run', 'PRODUCER many');
    assert.match(
      await workbench.drawnText('✓ 3 records'),
      /^✓ 3 records · 1 partition · (?:[\d,]+\/s · )?\d+ ms$/,
    );
  });

  it('runs all blocks above the cursor, one after the other', async () => {
    const { workbench } = session;
    await workbench.goToLine(lineOf('PRODUCER wrong'));
    await workbench.page.keyboard.press('Shift+Alt+Enter');
    await workbench.drawnText('✓ already so');
    await workbench.drawnText('✓ 3 records');
  });

  it('shows what the block wrote in the tail view', async () => {
    const { workbench } = session;
    await workbench.lens('Open').click();
    const rows = await (await TailView.of(workbench)).rows(3);
    assert.deepEqual(
      rows.slice(0, 3).map(({ partition, offset, value }) => `${partition}@${offset} ${value}`),
      ['1@3 record 0', '1@4 record 1', '1@5 record 2'],
    );
    await workbench.tab('inline.kafka').click();
  });

  it('says at the block, and as a problem of the line, why it failed', async () => {
    await runAt('PRODUCER wrong');
    const { workbench } = session;
    // The page tells the drawn text as CSS writes it, quotes escaped.
    const drawn = (await workbench.drawnText('✗')).replaceAll('\\', '');
    assert.match(drawn, /^✗ topic "host-scratch-\w+-not" does not exist$/);
    await workbench.run('Problems: Focus on Problems View');
    const problems = workbench.page.locator('.markers-panel');
    await problems.getByText('does not exist in this cluster').first().waitFor();
    await problems.getByText('CONSUMER has no property “form”. Did you mean “from”?').waitFor();
    await workbench.tab('inline.kafka').click();
    await workbench.editorHasFocus();
  });

  it('keeps results through edits elsewhere and drops that of an edited block', async () => {
    const { workbench } = session;
    const { keyboard } = workbench.page;
    await workbench.goToLine(1);
    await keyboard.type('-- a new first line\n');
    await workbench.drawnText('✓ already so');
    await workbench.drawnText('✓ 3 records');
    await workbench.goToLine(lineOf('count: 3') + 1);
    await keyboard.press('End');
    await keyboard.type('0');
    await workbench.page.waitForFunction(
      () =>
        ![...document.querySelectorAll('.view-lines span')].some((span) =>
          getComputedStyle(span, '::after').content.includes('3 records'),
        ),
    );
    await workbench.drawnText('✓ already so');
  });

  it('opens the tail view for a CONSUMER, and stops it from the block', async () => {
    const { workbench } = session;
    await workbench.goToLine(lineOf('CONSUMER') + 1);
    await workbench.page.keyboard.press('Control+Enter');
    const view = workbench.page.getByRole('tab', { name: new RegExp(`^${topic}(?!\\[)`) });
    await view.waitFor();
    await workbench.tab(`${topic}[1]`).click();
    await workbench.tab('inline.kafka').click();
    await workbench.drawnText('reading in the tail view…');
    await workbench.clickLens('Show as Table', 'CONSUMER');
    await view.and(workbench.page.locator('.active')).waitFor();
    await workbench.tab('inline.kafka').click();
    await workbench.clickLens('Stop', 'CONSUMER');
    await workbench.drawnText('✓ shown in the tail view');
  });

  it('shows the rows of a SHOW block beside it', async () => {
    const { workbench } = session;
    await workbench.goToLine(lineOf('SHOW') + 1);
    await workbench.page.keyboard.press('Control+Enter');
    assert.match(await workbench.drawnText('✓ 2 rows'), /^✓ 2 rows · \d+ ms$/);
    await workbench.tab('inline.kafka').click();
  });

  it('describes the topic of a TOPIC block in a table beside it', async () => {
    const { workbench } = session;
    await workbench.goToLine(lineOf('TOPIC') + 1);
    await workbench.clickLens('Describe', 'TOPIC');
    await workbench.tab(`TOPIC ${topic}`).waitFor();
    const page = await workbench.webview('table');
    const rows = await page
      .locator('tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((one) => one.textContent)));
    assert.deepEqual(rows[0]?.slice(0, 4), ['partition', 'leader', 'replicas', 'inSyncReplicas']);
    assert.deepEqual(
      rows.slice(1).map(([partition]) => partition),
      ['0', '1'],
    );
    // Another result takes its place.
    await workbench.tab('inline.kafka').click();
    await workbench.clickLens('Open', 'SHOW');
    await workbench.tab(`SHOW topic ${topic}`).waitFor();
    await workbench.tab('inline.kafka').click();
  });

  it('tells what a TOPIC block would change, and describes it where the block is wrong', async () => {
    const { workbench } = session;
    const { keyboard } = workbench.page;
    await workbench.goToLine(lineOf('partitions: 2') + 1);
    await keyboard.press('End');
    await keyboard.type('3');
    await workbench.clickLens('Preview', 'TOPIC');
    const page = await workbench.webview('.summary');
    await page.getByText('✓ nothing was done').waitFor();
    await page.getByText('This changes the topic').waitFor();
    await workbench.tab('inline.kafka').click();
    await workbench.goToLine(lineOf('partitions: 2') + 1);
    await keyboard.press('End');
    await keyboard.type('x');
    await workbench.page.locator('.squiggly-error').first().waitFor();
    await workbench.clickLens('Describe', 'TOPIC');
    await page.getByText('✓ 2 rows').waitFor();
    await workbench.tab('inline.kafka').click();
    await workbench.goToLine(lineOf('partitions: 2') + 1);
    await keyboard.press('End');
    await keyboard.press('Backspace');
    await keyboard.press('Backspace');
  });

  it('sends on a schedule until it is stopped from the status bar', async () => {
    const { workbench } = session;
    const { keyboard } = workbench.page;
    await workbench.goToLine(lineOf('PRODUCER clock') + 1);
    await keyboard.press('Control+Enter');
    await workbench.drawnText('every 1s · sent 2 times');
    const item = workbench.page.locator('.statusbar-item').filter({ hasText: '1 producer' });
    await item.click();
    await workbench.page.locator('.quick-input-list').getByText('PRODUCER clock').waitFor();
    await keyboard.press('Enter');
    await item.waitFor({ state: 'detached' });
    await workbench.drawnText('✓ ' + topic);
  });

  it('offers the topics of the cluster where a topic is named', async () => {
    const { workbench } = session;
    const { keyboard } = workbench.page;
    // Stopping by the status bar has taken the focus.
    await workbench.goToLine(lineOf('PRODUCER clock') + 1);
    await keyboard.press('Control+End');
    await keyboard.type('\nCONSUMER\ntopic: ');
    await keyboard.press('Control+Space');
    await workbench.page.locator('.suggest-widget').getByText(topic).first().waitFor();
    await keyboard.press('Escape');
  });
});
