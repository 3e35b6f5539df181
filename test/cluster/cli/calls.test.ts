import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { tempFolder } from '../../support/tempFolder.ts';
import { runScratch, spawnScratch, type ScratchRun } from './runScratch.ts';

const samples = join(import.meta.dirname, '../../../samples');

/** Runs a text as a file without a cluster. */
async function spawnFile(
  text: string,
  args: readonly string[],
  isRead = true,
): Promise<ScratchRun> {
  const folder = await tempFolder();
  try {
    const file = join(folder.path, 'a.kafka');
    await writeFile(file, text);
    return await spawnScratch([file, ...args], isRead);
  } finally {
    await folder.remove();
  }
}

describe('a wrong call of the headless runner', () => {
  for (const [name, args, sentence] of [
    ['without a file', [], 'No file is given.'],
    ['with an unknown mark', ['a.kafka', '--access', 'x'], '--access wants read-only or'],
    ['with an unknown option', ['a.kafka', '--nope'], "Unknown option '--nope'"],
    ['with two files', ['a.kafka', 'b.kafka'], 'Only one file can be run: b.kafka'],
    ['with a block that is no number', ['a.kafka', '--block', 'x'], '--block wants a number'],
    ['with a variable without a value', ['a.kafka', '--var', 'x'], '--var wants name=value'],
    [
      'that wants a preview and its opposite',
      ['a.kafka', '--preview', '--yes'],
      'only one of them',
    ],
    ['with a file that is not there', ['nope.kafka'], 'There is no file nope.kafka.'],
    ['with a folder', [samples, '--check'], 'cannot be read: EISDIR'],
  ] as const) {
    it(`${name} says so on stderr and prints nothing`, async () => {
      const { code, lines, stderr } = await spawnScratch(args);
      assert.equal(code, 2);
      assert.deepEqual(lines, []);
      assert.ok(stderr.includes(sentence), stderr);
      assert.doesNotMatch(stderr, /^\s+at /m);
    });
  }

  it('whose output nobody reads any more ends as quietly as by SIGPIPE', async () => {
    const { code, stderr } = await spawnFile('stray text', ['--check'], false);
    assert.deepEqual([code, stderr], [141, '']);
  });

  it('without a cluster asks for one', async () => {
    const { code, stderr } = await spawnFile('@cluster = Local\nSHOW topics', []);
    assert.equal(code, 2);
    assert.match(stderr, /^No cluster is given: name one with --bootstrap HOST:PORT\./);
  });

  it('with a block that the file lacks says how many there are', async () => {
    const { code, stderr } = await runScratch('SHOW topics', { args: ['--block', '1'] });
    assert.equal(code, 2);
    assert.match(stderr, /has 1 blocks, counted from 0\./);
  });
});

describe('a cluster that is not there', () => {
  it('fails every block with the reason, soon', async () => {
    const started = Date.now();
    const { code, results } = await runScratch('SHOW topics\nSHOW brokers', {
      args: ['--bootstrap', '127.0.0.1:1'],
    });
    assert.equal(code, 1);
    assert.deepEqual(
      results.map(({ ok, error }) => [ok, error?.reason]),
      [
        [false, 'connectionRefused'],
        [false, 'connectionRefused'],
      ],
    );
    assert.ok(Date.now() - started < 20_000);
  });

  it('is told from a port that never answers', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const { code, results } = await runScratch('SHOW topics', {
        args: ['--bootstrap', `127.0.0.1:${String(port)}`],
      });
      assert.equal(code, 1);
      assert.match(String(results[0]?.error?.reason), /connectionSilent|connectionTimeout/);
    } finally {
      silent.close();
    }
  });
});

describe('--check', () => {
  it('connects to nothing and prints one line for each diagnostic', async () => {
    const text = '\uFEFFPRODUCER\r\nkey: a\r\n{{who}}\r\n###\r\nstray\r\n';
    const { code, lines } = await spawnFile(text, ['--check', '--var', 'who=me']);
    assert.equal(code, 1);
    assert.deepEqual(lines, [
      '{"severity":"error","message":"This PRODUCER needs a “topic”.","line":0,"character":0,"endLine":0,"endCharacter":8}',
      '{"severity":"hint","message":"This text belongs to no block and does nothing. Start comments with “--”.","line":4,"character":0,"endLine":4,"endCharacter":5}',
    ]);
  });
});
