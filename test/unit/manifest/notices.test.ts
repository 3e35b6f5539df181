import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as esbuild from 'esbuild';

const root = join(import.meta.dirname, '../../..');

/** The packages whose code ends up in what these entry points bundle to. */
async function bundledPackages(entryPoints: string[], platform: 'node' | 'browser') {
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    platform,
    outdir: 'unused',
    external: ['vscode'],
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [file] : [],
    ),
  );
  return inputs.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
}

describe('the third-party notices', () => {
  it('name every package that ships, in the version that ships, with its licence', async () => {
    const notices = readFileSync(join(root, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const build = readFileSync(join(root, 'esbuild.mjs'), 'utf8');
    const entries = [...build.matchAll(/'((?:src|webview)\/[^']+\.ts)'/g)].map(
      ([, file = '']) => file,
    );
    const pages = entries.filter((file) => file.startsWith('webview/'));
    const hosts = entries.filter((file) => file.startsWith('src/'));
    assert.ok(pages.length > 0 && hosts.length > 0);
    const shipped = new Set([
      ...(await bundledPackages(hosts, 'node')),
      ...(await bundledPackages(pages, 'browser')),
    ]);
    assert.ok(shipped.has('kafkajs'));
    for (const name of shipped) {
      const { version } = JSON.parse(
        readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
      ) as { version: string };
      assert.ok(notices.includes(`\n${name} ${version} (`), `${name} ${version}`);
    }
  });
});
