import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { describe, it } from 'node:test';
import { fromRunner } from '../support/environment.ts';
import { zipEntries } from '../support/zipEntries.ts';

/** What may ship; anything else in the VSIX is a mistake. */
const allowed = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^extension\/package(\.nls(\.[a-z-]+)?)?\.json$/,
  /^extension\/(readme|changelog)\.md$/i,
  /^extension\/(LICENSE|THIRD-PARTY-NOTICES)(\.txt)?$/,
  /^extension\/dist\/(extension|filterWorker|faker|kafkajs)\.cjs$/,
  /^extension\/dist\/webview\/[\w-]+\.(js|css|ttf)$/,
  /^extension\/language\/[\w.-]+\.json$/,
  /^extension\/media\/([\w-]+\.svg|icon\.png)$/,
];

describe('the VSIX', () => {
  const vsix = fromRunner('EXTENSION_VSIX');

  it('holds only what is allowed to ship', async () => {
    const names = (await zipEntries(vsix)).map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => !allowed.some((pattern) => pattern.test(name))),
      [],
    );
  });

  it('holds the bundle, the page and every file that the manifest names', async () => {
    const names = new Set((await zipEntries(vsix)).map(({ name }) => name));
    const manifest = await readFile('package.json', 'utf8');
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:media|language|dist)\/[^"]+)"/g)];
    assert.ok(named.length > 3);
    for (const [, path = ''] of named) assert.ok(names.has(`extension/${path}`), path);
    for (const path of ['dist/webview/tail.js', 'package.nls.json']) {
      assert.ok(names.has(`extension/${path}`), path);
    }
  });

  it('is under 1 MB, and its host bundle under 600 KB', async () => {
    assert.ok((await stat(vsix)).size < 1_000_000);
    const bundle = (await zipEntries(vsix)).find(({ name }) => name.endsWith('extension.cjs'));
    assert.ok(bundle && bundle.bytes < 600_000, `${bundle?.bytes ?? 0} bytes`);
  });

  it('runs without anything from node_modules', async () => {
    const code = await readFile('dist/extension.cjs', 'utf8');
    const modules = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);
    const builtins = new Set(builtinModules);
    const foreign = modules.filter(
      (name) => name !== 'vscode' && !builtins.has(name.replace(/^node:/, '')),
    );
    assert.deepEqual(foreign, []);
  });
});
