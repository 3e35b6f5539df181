import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { NotebookView } from '../support/host/notebookView.ts';
import { TailView } from '../support/host/tailView.ts';
import { kafkaTool } from '../support/kafkaTools.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('host-notebook');
/** Whatever a file may have: a byte order mark, both line ends, no blank line between blocks. */
const file = [
  '\ufeff@cluster = Shelf\r\n@who = Ann\r\n\r\n-- # A chapter\r\n--without a space\n\r\n',
  `TOPIC ${topic}\r\npartitions: 1\r\n### created\r\n\r\n`,
  `PRODUCER\ntopic: ${topic}\r\nkey: {{who}}\r\n{"n": 9007199254740993}\r\n###\r\n`,
  `PRODUCER slow\r\ntopic: ${topic}\r\nrate: 1/s\r\ncount: 12\r\nx\r\n###\r\n`,
  `CONSUMER\r\ntopic: ${topic}\r\nfrom: earliest\r\nSHOW topic ${topic}\r\n\r\n\r\n`,
  `CONSUMER\r\ntopic: ${topic}\r\nkey-format: string\r\n###`,
].join('');

/** One line of it goes nowhere. */
const failing = `@cluster = Shelf

PRODUCER lost
topic: ${topic}-new
records: jsonl
{"value":"a"}
{"value":"b","partition":7}
###
`;

describe('a .kafka file as a notebook, in VS Code', () => {
  let notebook: NotebookView;
  const session = new SuiteSession({
    // Cells that are not on the screen are not there.
    viewport: { width: 1400, height: 2000 },
    files: {
      'book.kafka': file,
      'failing.kafka': failing,
      'unsaved.kafka': '@cluster = Nobody\nSHOW topics\n',
    },
    clusters: { Shelf: {} },
  });
  const path = (name: string): string => join(session.workspace, name);

  before(async () => {
    await writeFile(path('latin.kafka'), Buffer.from('-- caf\u00e9\n', 'latin1'));
    notebook = new NotebookView(session.workbench);
    await session.workbench.openFile('book.kafka');
    await notebook.open();
  });

  it('shows comments as Markdown and blocks as cells without lens rows', async () => {
    const frame = await notebook.frame('h1');
    assert.equal(await frame.locator('h1').textContent(), 'A chapter');
    await notebook.cell('TOPIC').waitFor();
    await notebook.cell('key: {{who}}').getByText('Shelf').waitFor();
    assert.equal(await session.workbench.lens('Run').count(), 0);
    // The variable stands in another cell than its use.
    await session.workbench.page.getByRole('button', { name: 'No Problems' }).first().waitFor();
  });

  it('runs cells on the cluster that another cell names, with its variables', async () => {
    await notebook.run('TOPIC');
    await notebook.output('✓ created');
    await notebook.run('key: {{who}}');
    await notebook.output(`✓ ${topic}[0]@0`);
  });

  it('shows what a CONSUMER read as a table, every digit of it', async () => {
    await notebook.run('from: earliest');
    const output = await notebook.output('✓ 1 record');
    const [head, row = ''] = await notebook.rows(output);
    assert.equal(head, 'Timestamp | Partition | Offset | Key | Value');
    assert.match(row, /^.+ \| 0 \| 0 \| Ann \| \{"n": 9007199254740993\}$/);
  });

  it('goes on reading from now on until it is stopped, while another cell runs', async () => {
    await notebook.run('key-format');
    await notebook.output('reading… 0 records');
    await notebook.run('key: {{who}}');
    const output = await notebook.output('reading… 1 record');
    assert.match((await notebook.rows(output))[1] ?? '', /\| 0 \| 1 \| Ann \|/);
    await notebook.stop('key-format');
    await notebook.output('✓ 1 record');
  });

  it('opens the tail view at what was written', async () => {
    const output = await notebook.output(`✓ ${topic}[0]@1`);
    await output.getByRole('button', { name: 'Open in Tail View' }).click();
    const [row] = await (await TailView.of(session.workbench)).rows(1);
    assert.deepEqual([row?.partition, row?.offset, row?.key], ['0', '1', 'Ann']);
    await session.workbench.tab('book.kafka').click();
  });

  it('shows cells that wait for their turn as pending, runs them in that order, and lets them go', async () => {
    const isPending = (line: string) =>
      notebook.cell(line).locator('.codicon-notebook-state-pending');
    const order = async (line: string) => {
      const label = notebook.cell(line).locator('.execution-count-label').first();
      return Number((await label.textContent())?.replace(/\D/g, ''));
    };
    await notebook.run('PRODUCER slow');
    await notebook.output('running…');
    await notebook.run('SHOW topic');
    await isPending('SHOW topic').waitFor();
    await notebook.run('TOPIC');
    await isPending('TOPIC').waitFor();
    await notebook.stop('TOPIC');
    await isPending('TOPIC').waitFor({ state: 'detached' });
    await notebook.output('✓ 12 records');
    await notebook.output('✓ 1 row');
    assert.equal(await order('SHOW topic'), (await order('PRODUCER slow')) + 1);
    // It was never run again.
    await notebook.output('✓ created');
  });

  it('saves only what was edited, and the very same bytes where nothing was', async () => {
    const { keyboard } = session.workbench.page;
    const saved = async (text: string): Promise<void> => {
      await keyboard.press('Control+S');
      await session.workbench.until(
        async () => text === (await readFile(path('book.kafka'), 'utf8')),
      );
    };
    await notebook.focus('TOPIC');
    await keyboard.type('x');
    await saved(file.replace(`TOPIC ${topic}\r\n`, `TOPIC ${topic}x\r\n`));
    await keyboard.press('Backspace');
    await saved(file);
  });

  it('completes and checks what is written in a cell, and keeps the outputs of the others', async () => {
    const { page } = session.workbench;
    await notebook.focus('key-format');
    await page.keyboard.type('\nfrom: ');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget').getByText('earliest').first().waitFor();
    // No Escape: once the list is gone, it would leave the cell.
    await page.keyboard.type('10abc');
    await notebook.cell('from: 10abc').locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+K');
    await notebook.cell('key-format').locator('.squiggly-error').waitFor({ state: 'detached' });
    await notebook.output('✓ created');
  });

  it('explains and formats what is written in a cell', async () => {
    const { workbench } = session;
    const { page } = workbench;
    const cell = notebook.cell('key-format');
    await notebook.focus('key-format');
    await cell.getByText('key-format').hover();
    await page.locator('.monaco-hover:visible').getByText('How the key').first().waitFor();
    await page.keyboard.type('\nfrom:latest');
    await workbench.run('Format Cell');
    await cell.getByText('from: latest').waitFor();
    await notebook.focus('from: latest');
    await page.keyboard.press('ControlOrMeta+Shift+K');
    await cell.getByText('from: latest').waitFor({ state: 'detached' });
  });

  it('folds the block of a cell', async () => {
    const cell = notebook.cell('PRODUCER slow');
    await notebook.focus('count: 12');
    await cell.locator('.codicon-folding-expanded').first().waitFor({ state: 'attached' });
    await session.workbench.page.keyboard.press('Control+Shift+BracketLeft');
    await cell.getByText('count').waitFor({ state: 'detached' });
    await session.workbench.page.keyboard.press('Control+Shift+BracketRight');
    await cell.getByText('count').waitFor();
  });

  it('exports texts, blocks and results as Markdown', async () => {
    const { workbench } = session;
    await workbench.run('Kafka: Export Notebook with Outputs to Markdown…');
    await workbench.input.answerPath('Export Notebook', 'book.md', path('book.md'));
    await workbench.tab('book.md').waitFor();
    const text = await readFile(path('book.md'), 'utf8');
    assert.ok(text.includes('# A chapter\nwithout a space\n'));
    assert.ok(
      text.includes(`\`\`\`kafka-scratch\nTOPIC ${topic}\npartitions: 1\n\`\`\`\n\n✓ created`),
    );
    assert.ok(text.includes('| 0 | 0 | `Ann` | `{"n": 9007199254740993}` |'));
  });

  it('offers at a failed cell what can be done about it', async () => {
    const { workbench } = session;
    // The page of another notebook would be taken for this one's.
    await workbench.closeAllEditors();
    await workbench.openFile('failing.kafka');
    await notebook.open();
    await notebook.run('PRODUCER lost');
    await notebook.output('✗ topic');
    await notebook.statusItem('PRODUCER lost', 'Create Topic “host-notebook').click();
    const output = await notebook.output('✗ 1 written, 1 refused');
    const [, refused = ''] = await notebook.rows(output);
    assert.match(refused, /^refused \| 2 \| 1 \| /);
    await notebook.statusItem('PRODUCER lost', 'Send Only What Was Not Written').click();
    await notebook.output('✗ line 2');
    const offsets = await kafkaTool('offsets', ['--topic', `${topic}-new`]);
    assert.equal(offsets.trim(), `${topic}-new:0:1`);
    await notebook.statusItem('PRODUCER lost', 'Send Only What Was Not Written').waitFor();
  });

  it('says of an edited cell that its output is of what it said before', async () => {
    const edited = notebook.statusItem('PRODUCER lost', 'edited since it ran');
    await notebook.focus('"partition":7');
    assert.equal(await edited.count(), 0);
    await session.workbench.page.keyboard.type(' ');
    await edited.waitFor();
    await session.workbench.page.keyboard.press('Backspace');
    await edited.waitFor({ state: 'detached' });
  });

  it('adds the cluster that a notebook names and that is not saved', async () => {
    const { workbench } = session;
    await workbench.openFile('unsaved.kafka');
    await notebook.open();
    await notebook.statusItem('SHOW topics', 'Add Cluster “Nobody”…').click();
    await workbench.input.step('Add Cluster');
    await workbench.input.cancel();
  });

  it('refuses a file that is not UTF-8', async () => {
    const { workbench } = session;
    await workbench.openFile('latin.kafka');
    await notebook.open();
    await workbench.notification('This file is not UTF-8 text.').waitFor();
    assert.deepEqual(await readFile(path('latin.kafka')), Buffer.from('-- caf\u00e9\n', 'latin1'));
  });
});
