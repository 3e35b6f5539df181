import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built files of the tail page, by the name that the page's document asks for. */
export type PageFiles = ReadonlyMap<string, string>;

/** Builds the tail page in memory, minified like the one that ships. */
export async function buildTailPage(): Promise<PageFiles> {
  const [script, style] = await Promise.all([
    bundle('webview/tail/main.ts'),
    bundle('webview/tail/tail.css'),
  ]);
  return new Map([
    ['tail.js', script],
    ['tail-style.css', style],
  ]);
}

/** Bundles one entry for a browser. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'chrome134',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

/** The renderer of notebook outputs, a module with its styles in it, as it ships. */
export async function buildRenderer(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['webview/notebook/renderer.ts'],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'chrome134',
    loader: { '.css': 'text' },
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}
