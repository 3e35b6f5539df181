import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { produceRecords } from '../../src/kafka/produce/produceRecords.ts';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { TailView } from '../support/host/tailView.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { testClient } from '../support/testClient.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('exported');
/** {"a":1,"a":9007199254740993} in MessagePack. */
const packed = Buffer.from('82a16101a161cf0020000000000001', 'hex');
const key = Buffer.from('000000000000002a', 'hex');

describe('decoding and exporting, in VS Code', () => {
  const client = testClient();
  let folder: Awaited<ReturnType<typeof tempFolder>>;

  before(async () => {
    folder = await tempFolder();
    await createTopic(client, { name: topic, partitions: 1, replicationFactor: 1 });
    await produceRecords(client, topic, [
      { key, value: packed },
      { key, value: Buffer.from([0x91]) },
      { key, value: null },
    ]);
  });
  const session = new SuiteSession({
    clusters: { Test: {} },
    settings: { 'files.simpleDialog.enable': true },
    expanded: ['Test', 'Topics'],
  });
  after(async () => {
    await client.close();
    await folder.remove();
  });

  it('decodes keys and values as chosen, and says what is not of the format', async () => {
    const { workbench } = session;
    await workbench.tree.choose(topic, 'Tail Topic');
    const tail = await TailView.of(workbench);
    await tail.fromBeginning();
    await tail.rows(3);
    for (const [part, format] of [
      ['Decode Keys…', 'Integer, 64 bits'],
      ['Decode Values…', 'MessagePack'],
    ] as const) {
      await tail.frame.getByRole('button', { name: /^View/ }).click();
      await tail.frame.getByRole('menuitem', { name: part }).click();
      await workbench.input.pick('Automatic', format);
    }
    await tail.frame.getByText('{"a":1,"a":9007199254740993}').first().waitFor();
    const rows = await tail.rows(3);
    assert.deepEqual(
      rows.map((row) => [row.key, row.value]),
      [
        ['42', '{"a":1,"a":9007199254740993}'],
        ['42', 'not decoded not UTF-8 1 B 91'],
        ['42', 'tombstone'],
      ],
    );
    await tail.openDetails(1);
    await tail.frame.getByText('Not decoded as MessagePack: it should go on where').waitFor();
  });

  it('exports what a view holds as it decodes it', async () => {
    const { workbench } = session;
    const path = join(folder.path, 'view.csv');
    const tail = await TailView.of(workbench);
    await tail.frame.getByRole('button', { name: /^View/ }).click();
    await tail.frame.getByRole('menuitem', { name: 'Export…' }).click();
    await workbench.input.pick('Export', 'The 3 Shown Records');
    await workbench.input.pick('JSON Lines', 'CSV');
    await workbench.input.answerPath(`Export ${topic}`, `${topic}.csv`, path);
    await workbench.notification('3 records exported to view.csv.').waitFor();
    const rows = (await readFile(path, 'utf8')).split('\n');
    assert.match(rows[1] ?? '', /,42,"\{""a"":1,""a"":9007199254740993\}",$/);
    assert.match(rows[2] ?? '', /,42,base64:kQ==,$/);
    assert.match(rows[3] ?? '', /,42,,$/);
  });

  it('exports a topic from its node, in place of what the file held', async () => {
    const { workbench } = session;
    const path = join(folder.path, `${topic}.jsonl`);
    await workbench.tree.choose(topic, 'Export Topic…');
    await workbench.input.pick('.jsonl', 'JSON Lines');
    await workbench.input.answerPath('Export Topic', `${topic}.jsonl`, path);
    await workbench.notification(`3 records exported to ${topic}.jsonl.`).waitFor();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    assert.match(lines[0] ?? '', /"value":\{"base64":"gqFhAaFhzwAgAAAAAAAB"\}/);
    assert.equal(lines.length, 3);
  });

  it('exports the rows that are selected, and what the last records were when the view was opened', async () => {
    const { workbench } = session;
    const tail = await TailView.of(workbench);
    await tail.frame.locator('.row .offset').nth(1).click();
    await tail.frame
      .locator('.row .offset')
      .nth(2)
      .click({ modifiers: ['Shift'] });
    await workbench.page.keyboard.press('Shift+F10');
    await tail.frame.getByRole('menuitem', { name: 'Export 2 Rows…' }).click();
    await workbench.input.pick('.jsonl', 'CSV for Spreadsheets');
    const some = join(folder.path, 'some.csv');
    await workbench.input.answerPath(`Export ${topic}`, `${topic}.csv`, some);
    await workbench.notification('2 records exported to some.csv.').waitFor();
    assert.equal((await readFile(some, 'utf8')).trimEnd().split('\n').length, 3);
    await tail.frame
      .getByRole('button', { name: /^from / })
      .first()
      .click();
    await tail.frame.getByRole('menuitem', { name: 'Time, Number or Offset…' }).click();
    await workbench.input.answer(`Read ${topic} from`, 'last 2');
    await tail.frame.locator('.row .offset', { hasText: /^0$/ }).waitFor({ state: 'hidden' });
    assert.deepEqual(
      (await tail.rows(2)).map(({ offset }) => offset),
      ['1', '2'],
    );
    await produceRecords(client, topic, [{ key, value: null }]);
    await tail.rows(3);
    await tail.frame.getByRole('button', { name: /^View/ }).click();
    await tail.frame.getByRole('menuitem', { name: 'Export…' }).click();
    await workbench.input.pick('Export', 'Every Record of the Reading');
    await workbench.input.pick('.jsonl', 'JSON Lines');
    const last = join(folder.path, 'last.jsonl');
    await workbench.input.answerPath(`Export ${topic}`, `${topic}.jsonl`, last);
    await workbench.notification('3 records exported to last.jsonl.').waitFor();
    const lines = (await readFile(last, 'utf8')).trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { offset: number }).offset),
      [1, 2, 3],
    );
  });

  it('says why a file cannot be written, and leaves nothing behind', async () => {
    const { workbench } = session;
    const name = `${'x'.repeat(251)}.csv`;
    await workbench.tree.choose(topic, 'Export Topic…');
    await workbench.input.pick('.jsonl', 'CSV');
    await workbench.input.answerPath('Export Topic', `${topic}.csv`, join(folder.path, name));
    await workbench.notification('could not be written (ENAMETOOLONG)').waitFor();
    assert.ok(!(await readdir(folder.path)).some((file) => file.startsWith('xxx')));
  });
});
