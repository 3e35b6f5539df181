import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { fromRunner } from '../support/environment.ts';
import { HostSession } from '../support/host/hostSession.ts';
import { TailView } from '../support/host/tailView.ts';

const topic = `host-scratch-${randomBytes(4).toString('hex')}`;
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
];
/** The line of the editor, from 1, that starts with a text. */
const lineOf = (start: string): number => lines.findIndex((line) => line.startsWith(start)) + 1;

describe('a scratch file, in VS Code', () => {
  let session: HostSession;

  before(async () => {
    const bootstrapServers = fromRunner('KAFKA_BOOTSTRAP');
    session = await HostSession.start({
      files: { 'inline.kafka': lines.join('\n') },
      settings: { 'kafkaWorkbench.clusters': { Scratch: { bootstrapServers } } },
    });
    await session.workbench.openFile('inline.kafka');
  });
  after(() => session.close());
  afterEach(async (context) => {
    if ('passed' in context && !context.passed) await session.keepEvidence(context.name);
  });

  const runAt = async (start: string): Promise<void> => {
    await session.workbench.goToLine(lineOf(start));
    await session.workbench.page.keyboard.press('Control+Enter');
  };

  it('has a lens row above each block, with the cluster that the file names', async () => {
    const { workbench } = session;
    await workbench.lens('Run').first().waitFor();
    await workbench.lensText('Scratch').nth(3).waitFor();
    await workbench.lens('Run as a member of “some-group” (commits offsets)').waitFor();
  });

  it('creates a topic, and says at the block that it did', async () => {
    await runAt('TOPIC');
    assert.match(await session.workbench.drawnText('✓ created'), /^✓ created · \d+ ms$/);
  });

  it('runs a block by its lens', async () => {
    const { workbench } = session;
    await workbench.lens('Run').nth(1).click();
    assert.match(
      await workbench.drawnText('✓ 3 records'),
      /^✓ 3 records · 1 partition · (?:[\d,]+\/s · )?\d+ ms$/,
    );
  });

  it('shows what the block wrote in the tail view', async () => {
    const { workbench } = session;
    await workbench.lens('Open').click();
    const rows = await (await TailView.of(workbench)).rows(3);
    assert.deepEqual(
      rows.slice(0, 3).map(({ partition, offset, value }) => `${partition}@${offset} ${value}`),
      ['1@0 record 0', '1@1 record 1', '1@2 record 2'],
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
  });

  it('keeps results through edits elsewhere and drops that of an edited block', async () => {
    const { workbench } = session;
    const { keyboard } = workbench.page;
    await workbench.goToLine(1);
    await keyboard.type('-- a new first line\n');
    await workbench.drawnText('✓ created');
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
    await workbench.drawnText('✓ created');
  });

  it('opens the tail view for a CONSUMER', async () => {
    const { workbench } = session;
    await workbench.goToLine(lineOf('CONSUMER') + 1);
    await workbench.page.keyboard.press('Control+Enter');
    await workbench.drawnText('✓ shown in the tail view');
    await workbench.tab('inline.kafka').click();
  });

  it('shows the rows of a SHOW block beside it', async () => {
    const { workbench } = session;
    await workbench.goToLine(lineOf('SHOW') + 1);
    await workbench.page.keyboard.press('Control+Enter');
    assert.match(await workbench.drawnText('✓ 2 rows'), /^✓ 2 rows · \d+ ms$/);
  });
});
