import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as esbuild from 'esbuild';
import { hostBundles } from '../../../scripts/package/hostBundles.ts';

const sources = {
  'refusal.ts': `export class Refusal extends Error {}`,
  'counter.ts': `let count = 0; export const next = () => (count += 1);`,
  'words.ts': `export const words = 'of both parts'; export const where = import.meta.url;`,
  'first.ts': `
    import { Refusal } from './refusal.ts';
    import { next } from './counter.ts';
    import { words } from './words.ts';
    export const refuse = () => { next(); throw new Refusal(words); };`,
  'second.ts': `export { words, where } from './words.ts';`,
  'extension.ts': `
    import { Refusal } from './refusal.ts';
    import { next } from './counter.ts';
    export const first = () => import('./first.ts');
    export const second = () => import('./second.ts');
    export { next, Refusal };`,
};

interface Main {
  readonly Refusal: new () => Error;
  readonly next: () => number;
  readonly first: () => Promise<{ refuse: () => void }>;
  readonly second: () => Promise<{ words: string; where: string }>;
}

describe('the bundles of the extension host', () => {
  let folder = '';
  let main: Main;
  const load = createRequire(import.meta.url);
  const loaded = (): string[] =>
    Object.keys(load.cache).filter((path) => path.startsWith(join(folder, 'dist')));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'host-bundles-'));
    for (const [name, text] of Object.entries(sources)) await writeFile(join(folder, name), text);
    await esbuild.build({
      entryPoints: { extension: join(folder, 'extension.ts') },
      outdir: join(folder, 'dist'),
      outExtension: { '.js': '.cjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      splitting: true,
      target: 'node22',
      metafile: true,
      write: false,
      plugins: [hostBundles({ minify: true })],
    });
    main = load(join(folder, 'dist', 'extension.cjs')) as Main;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('are one file at first, and more when they are imported', async () => {
    assert.equal(loaded().length, 1);
    const { words } = await main.second();
    assert.equal(words, 'of both parts');
    assert.ok(loaded().length > 1);
    assert.ok(loaded().length < (await readdir(join(folder, 'dist'))).length);
  });

  it('share classes and state', async () => {
    const { refuse } = await main.first();
    assert.equal(main.next(), 1);
    assert.throws(refuse, (error) => error instanceof main.Refusal);
    assert.equal(main.next(), 3);
  });

  it('know where they lie', async () => {
    assert.match((await main.second()).where, /^file:.*\/dist\/[\w-]+\.cjs$/);
  });
});
