import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

/** The bundle that VS Code loads when it activates the extension. */
const main = 'extension.cjs';

/**
 * Writes what a Node entry imports at once into one CommonJS file, and what it imports with `import()` into files
 * beside it that are loaded on demand. No module is in two files, so a class is the same everywhere
 * (`instanceof`) and state exists once: what several files need is in the main one when that needs it too, else in
 * a `chunk-….cjs`.
 *
 * esbuild splits ES modules only, and VS Code gives `vscode` most surely to what is required. So a first
 * pass splits, and this plugin bundles its parts again, as CommonJS, those needed at once joined.
 *
 * @param options of the written files
 * @returns for a build with `format: 'esm'`, `splitting: true` and `write: false`
 */
export function hostBundles(
  options: Pick<
    esbuild.BuildOptions,
    'minify' | 'sourcemap' | 'legalComments' | 'logLevel' | 'charset'
  >,
): esbuild.Plugin {
  return {
    name: 'host-bundles',
    setup: (build) => {
      const { outdir = 'dist', target = 'node22', external = [] } = build.initialOptions;
      let before: readonly string[] = [];
      build.onEnd(async ({ outputFiles = [], metafile, errors }) => {
        if (errors.length > 0 || metafile === undefined) return;
        const texts = new Map(outputFiles.map(({ path, text }) => [nameOf(path), text]));
        const atOnce = reached(metafile, main);
        const onDemand = [...texts.keys()].filter((name) => !atOnce.includes(name));
        // While watching, a part that has changed gets another name.
        const old = before
          .filter((name) => !texts.has(name))
          .flatMap((name) => [name, `${name}.map`]);
        await Promise.all(old.map((name) => rm(join(outdir, name), { force: true })));
        before = [...texts.keys()];
        await esbuild.build({
          ...options,
          entryPoints: [main, ...onDemand].map((name) => ({ in: name, out: bare(name) })),
          outdir,
          target,
          external,
          outExtension: { '.js': '.cjs' },
          bundle: true,
          platform: 'node',
          format: 'cjs',
          supported: { 'dynamic-import': false },
          // Where a worker lies is told from where the bundle lies.
          define: { 'import.meta.url': 'bundleUrl' },
          banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
          plugins: [joinedParts(texts, atOnce)],
        });
      });
    },
  };
}

/** Where a part finds another: in the main file with it, taken out of the main file, or in a file of its own. */
function joinedParts(
  texts: ReadonlyMap<string, string>,
  atOnce: readonly string[],
): esbuild.Plugin {
  return {
    name: 'joined-parts',
    setup: (build) => {
      build.onResolve({ filter: /^(\.\/)?[\w-]+\.cjs$/ }, ({ path, kind, importer }) => {
        const name = nameOf(path);
        if (kind === 'entry-point') return { path: name, namespace: 'part' };
        if (kind === 'import-statement' && atOnce.includes(name)) {
          return { path: name, namespace: atOnce.includes(importer) ? 'part' : 'shared' };
        }
        return { path: `./${name}`, external: true };
      });
      build.onLoad({ filter: /./, namespace: 'part' }, ({ path }) => {
        const shared = path === main ? atOnce.filter((name) => name !== main) : [];
        const exports = shared.map((name) => `export * as ${exported(name)} from './${name}';`);
        return { contents: [texts.get(path), ...exports].join('\n') };
      });
      build.onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => ({
        contents: `module.exports = require('./${main}').${exported(path)};`,
      }));
    },
  };
}

/** The names of a part and of all that it imports at once, itself first. */
function reached({ outputs }: esbuild.Metafile, first: string): string[] {
  const byName = new Map(Object.entries(outputs).map(([path, part]) => [nameOf(path), part]));
  const names = [first];
  for (const name of names) {
    for (const { path, kind, external } of byName.get(name)?.imports ?? []) {
      const next = nameOf(path);
      if (kind === 'import-statement' && external !== true && !names.includes(next)) {
        names.push(next);
      }
    }
  }
  return names;
}

const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;
const bare = (name: string): string => name.replace(/\.cjs$/, '');
/** The name by which the main file hands a part to the files loaded later. */
const exported = (name: string): string => bare(name).replaceAll('-', '_');
