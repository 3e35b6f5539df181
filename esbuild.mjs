// Builds everything that ships (dist/extension.cjs, dist/webview/*) and the entry of the host tests.
//   node esbuild.mjs            production build, minified
//   node esbuild.mjs --watch    rebuilds on change, with source maps, not minified
//   node esbuild.mjs --tests    also builds test/host/inside into dist/test
import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { hostBundles } from './scripts/package/hostBundles.ts';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests') || watch;

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  // The watch task waits for the line that says a build has finished.
  logLevel: watch ? 'info' : 'warning',
  minify: !watch,
  sourcemap: watch,
  metafile: true,
  legalComments: 'none',
};

/**
 * The extension host: one file for what activation needs; what is imported with `import()` is loaded on demand.
 * @type {esbuild.BuildOptions}
 */
const host = {
  ...common,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  format: 'esm',
  splitting: true,
  target: 'node22',
  external: ['vscode'],
  write: false,
  sourcemap: watch ? 'inline' : false,
  plugins: [
    hostBundles({ minify: !watch, sourcemap: watch, legalComments: 'none', charset: 'utf8' }),
  ],
};

/** @type {esbuild.BuildOptions} */
const workers = {
  ...common,
  entryPoints: {
    // Regular expressions and CEL run in a worker that can be ended (src/kafka/read/filterThread.ts).
    filterWorker: 'src/kafka/read/filterWorker.ts',
    // Scans have compressed batches expanded in another (src/kafka/read/bodyThread.ts).
    bodyWorker: 'src/kafka/read/bodyWorker.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  format: 'cjs',
  target: 'node22',
};

/** @type {esbuild.BuildOptions} */
const pages = {
  ...common,
  entryPoints: {
    tail: 'webview/tail/main.ts',
    'tail-style': 'webview/tail/tail.css',
    'result-style': 'webview/result/result.css',
  },
  outdir: 'dist/webview',
  entryNames: '[name]',
  platform: 'browser',
  format: 'iife',
  target: 'chrome134',
};

/**
 * What draws the outputs of notebooks: VS Code loads it as a module, and its styles are text.
 * @type {esbuild.BuildOptions}
 */
const renderer = {
  ...pages,
  entryPoints: { notebook: 'webview/notebook/renderer.ts' },
  format: 'esm',
  loader: { '.css': 'text' },
};

/**
 * The page of one block's result, drawn as in a notebook.
 * @type {esbuild.BuildOptions}
 */
const resultPage = {
  ...renderer,
  entryPoints: { result: 'webview/result/main.ts' },
  format: 'iife',
};

/** @type {esbuild.BuildOptions} */
const hostTests = {
  ...common,
  entryPoints: { index: 'test/host/inside/index.ts' },
  outdir: 'dist/test',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['vscode', 'mocha'],
};

const builds = [host, workers, pages, renderer, resultPage, ...(tests ? [hostTests] : [])].filter(
  (build) => Object.values(build.entryPoints ?? {}).every((entry) => existsSync(entry)),
);

if (watch) {
  for (const build of builds) await (await esbuild.context(build)).watch();
} else {
  // Only what is built anew: the VSIX and the entry of the host tests may be in use.
  const before = existsSync('dist') ? await readdir('dist') : [];
  for (const name of before.filter(
    (name) => /\.cjs(\.map)?$/.test(name) || name === 'webview' || (tests && name === 'test'),
  )) {
    await rm(join('dist', name), { recursive: true, force: true });
  }
  for (const build of builds) {
    const { metafile } = await esbuild.build(build);
    const name = Object.keys(build.entryPoints ?? {})[0];
    if (process.argv.includes('--metafile')) {
      await writeFile(`dist/${name}.meta.json`, JSON.stringify(metafile));
    }
  }
}
