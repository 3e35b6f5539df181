import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { tempFolder } from '../../support/tempFolder.ts';

describe('the filter worker', () => {
  it('is found beside a bundle as beside the sources', async () => {
    const folder = await tempFolder();
    const entry = join(folder.path, 'entry.ts');
    const source = resolve('src/kafka/read/batchFilter.ts');
    await writeFile(
      entry,
      `import { BatchFilter } from ${JSON.stringify(source)};
       const open = (expression: string) => BatchFilter.open([{ kind: 'cel', expression }]);
       void open('value.x == 1').then((filter) => { filter.close(); console.log('opened'); });`,
    );
    // As esbuild.mjs bundles the extension.
    await build({
      entryPoints: { entry, filterWorker: resolve('src/kafka/read/filterWorker.ts') },
      bundle: true,
      outdir: folder.path,
      outExtension: { '.js': '.cjs' },
      platform: 'node',
      format: 'cjs',
      define: { 'import.meta.url': 'bundleUrl' },
      banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    });
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(folder.path, 'entry.cjs'),
    ]);
    assert.equal(stdout, 'opened\n');
    await folder.remove();
  });
});
