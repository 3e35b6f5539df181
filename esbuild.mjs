// Builds everything that ships (dist/extension.cjs, dist/webview/*) and the entry of the host tests.
//   node esbuild.mjs            production build, minified
//   node esbuild.mjs --watch    rebuilds on change, with source maps, not minified
//   node esbuild.mjs --tests    also builds test/host/inside into dist/test
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';

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
 * Leaves to bundles of their own what is loaded on demand: random data when a block fills some in, kafkajs when
 * something connects.
 * @type {esbuild.Plugin}
 */
const onDemand = {
  name: 'on-demand',
  setup: (build) =>
    build.onResolve({ filter: /\/(fakerLibrary|kafkajsBroker)\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import'
        ? { path: path.includes('faker') ? './faker.cjs' : './kafkajs.cjs', external: true }
        : undefined,
    ),
};

/** @type {esbuild.BuildOptions} */
const host = {
  ...common,
  entryPoints: {
    extension: 'src/extension.ts',
    // Regular expressions and CEL run in a worker that can be ended (src/kafka/read/filterThread.ts).
    filterWorker: 'src/kafka/read/filterWorker.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['vscode'],
  // Where a worker lies is told from where the bundle lies.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [onDemand],
};

/** @type {esbuild.BuildOptions} */
const demanded = {
  ...common,
  entryPoints: {
    faker: 'src/run/faker/fakerLibrary.ts',
    kafkajs: 'src/kafka/wire/kafkajsBroker.ts',
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
  entryPoints: { tail: 'webview/tail/main.ts', 'tail-style': 'webview/tail/tail.css' },
  outdir: 'dist/webview',
  entryNames: '[name]',
  platform: 'browser',
  format: 'iife',
  target: 'chrome134',
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

const builds = [host, demanded, pages, ...(tests ? [hostTests] : [])].filter((build) =>
  Object.values(build.entryPoints ?? {}).every((entry) => existsSync(entry)),
);

if (watch) {
  for (const build of builds) await (await esbuild.context(build)).watch();
} else {
  // Only what is built anew: the VSIX and the entry of the host tests may be in use.
  for (const path of [
    'dist/extension.cjs',
    'dist/filterWorker.cjs',
    'dist/faker.cjs',
    'dist/kafkajs.cjs',
    'dist/webview',
    ...(tests ? ['dist/test'] : []),
  ]) {
    await rm(path, { recursive: true, force: true });
  }
  for (const build of builds) {
    const { metafile } = await esbuild.build(build);
    const name = Object.keys(build.entryPoints ?? {})[0];
    if (process.argv.includes('--metafile')) {
      await writeFile(`dist/${name}.meta.json`, JSON.stringify(metafile));
    }
  }
}
