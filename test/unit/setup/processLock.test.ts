import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ProcessLock } from '../../../scripts/setup/processLock.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const lockModule = pathToFileURL(
  join(import.meta.dirname, '../../../scripts/setup/processLock.ts'),
).href;

/** Makes a process find a file system without hard links. */
const withoutLinks = `const { default: fs } = await import('node:fs');
    fs.linkSync = () => { throw Object.assign(new Error('no links here'), { code: 'EPERM' }); };
    (await import('node:module')).syncBuiltinESMExports();`;

/** A process that tries to take the lock, says whether it could, and lives on. */
async function taker(
  path: string,
  before = '',
): Promise<{ took: boolean; end: () => Promise<void> }> {
  const script = `${before}
    const { ProcessLock } = await import(${JSON.stringify(lockModule)});
    console.log(new ProcessLock(${JSON.stringify(path)}).take('theirs'));
    setInterval(() => undefined, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [word] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    took: word.toString().trim() === 'true',
    end: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe('the lock of a process', () => {
  let folder: { path: string; remove: () => Promise<void> };
  let path: string;

  beforeEach(async () => {
    folder = await tempFolder();
    path = join(folder.path, 'a.lock');
  });
  afterEach(() => folder.remove());

  it('is taken once, tells its note, and is free again when it is given back', () => {
    const mine = new ProcessLock(path);
    assert.equal(mine.take('first'), true);
    mine.tell('http://here');
    assert.equal(new ProcessLock(path).take(), false);
    assert.equal(new ProcessLock(path).owner()?.note, 'http://here');
    mine.release();
    assert.equal(new ProcessLock(path).owner(), undefined);
    assert.equal(new ProcessLock(path).take(), true);
  });

  it('goes to one of several processes that want it at once', async () => {
    const takers = await Promise.all([1, 2, 3, 4].map(() => taker(path)));
    assert.equal(takers.filter(({ took }) => took).length, 1);
    assert.equal(new ProcessLock(path).owner()?.note, 'theirs');
    await Promise.all(takers.map(({ end }) => end()));
  });

  it('goes to one of them where the file system has no hard links', async () => {
    await (await taker(path, withoutLinks)).end();
    const takers = await Promise.all([1, 2, 3, 4].map(() => taker(path, withoutLinks)));
    assert.equal(takers.filter(({ took }) => took).length, 1);
    await Promise.all(takers.map(({ end }) => end()));
    assert.equal(new ProcessLock(path).take(), true);
    assert.deepEqual(await readdir(folder.path), ['a.lock']);
  });

  it('is free when its owner has died', async () => {
    await (await taker(path)).end();
    assert.equal(new ProcessLock(path).owner(), undefined);
    assert.equal(new ProcessLock(path).take('mine'), true);
    assert.deepEqual(await readdir(folder.path), ['a.lock']);
  });

  it(
    'is free when another process has the id of its dead owner now',
    { skip: process.platform === 'win32' },
    async () => {
      assert.equal(new ProcessLock(path).take(), true);
      const owner = JSON.parse(await readFile(path, 'utf8')) as { born: string };
      await writeFile(path, JSON.stringify({ ...owner, born: `before ${owner.born}` }));
      assert.equal(new ProcessLock(path).owner(), undefined);
      assert.equal(new ProcessLock(path).take(), true);
    },
  );

  it('is free when its file is no lock at all', async () => {
    await writeFile(path, 'x');
    assert.equal(new ProcessLock(path).take(), true);
  });

  it('is taken while its file is still being written, and free when that never ended', async () => {
    await writeFile(path, '');
    assert.equal(new ProcessLock(path).take(), false);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(path, longAgo, longAgo);
    assert.equal(new ProcessLock(path).take(), true);
  });
});
