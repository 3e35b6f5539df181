import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
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
  /^extension\/dist\/[\w-]+\.cjs$/,
  /^extension\/dist\/webview\/[\w-]+\.(js|css|ttf)$/,
  /^extension\/language\/[\w.-]+\.json$/,
  /^extension\/media\/([\w-]+\.svg|icon\.png)$/,
];

const requires = /\brequire\("([^"]+)"\)/g;

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

  it('is under 1 MB, and what every activation loads under 160 KB', async () => {
    assert.ok((await stat(vsix)).size < 1_000_000);
    // Rarely needed parts are imported with `import()` (scripts/package/hostBundles.ts).
    const bundle = (await zipEntries(vsix)).find(({ name }) => name.endsWith('extension.cjs'));
    assert.ok(bundle && bundle.bytes < 160_000, `${bundle?.bytes ?? 0} bytes`);
  });

  it('needs at activation neither a part that is loaded on demand nor a costly module of Node', async () => {
    const code = await readFile('dist/extension.cjs', 'utf8');
    // What is imported on demand is required in a promise: `()=>x(require("./part.cjs"))`.
    const atOnce = code.replaceAll(/then\(\(\)=>\w+\(require\("[^"]+"\)\)\)/g, '');
    const modules = new Set([...atOnce.matchAll(requires)].map(([, name = '']) => name));
    for (const costly of ['zlib', 'worker_threads', 'child_process', 'http', 'https', 'tls']) {
      assert.ok(!modules.has(`node:${costly}`), costly);
    }
    assert.deepEqual(
      [...modules].filter((name) => name.startsWith('.')),
      [],
    );
  });

  it('runs without anything from node_modules', async () => {
    const bundles = (await readdir('dist')).filter((name) => name.endsWith('.cjs'));
    const builtins = new Set(builtinModules);
    for (const bundle of bundles) {
      const code = await readFile(join('dist', bundle), 'utf8');
      const modules = [...code.matchAll(requires)].map(([, name = '']) => name);
      const foreign = modules.filter(
        (name) =>
          name !== 'vscode' &&
          !builtins.has(name.replace(/^node:/, '')) &&
          !bundles.includes(name.replace('./', '')),
      );
      assert.deepEqual(foreign, [], bundle);
    }
  });
});
