import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles our child as the extension is bundled, with the filter's worker beside it: what is measured is the
 * code that ships, without the memory that running TypeScript as it is takes.
 *
 * @returns the path of the child
 */
export async function buildChild(folder: string): Promise<string> {
  const root = join(import.meta.dirname, '..', '..', '..');
  const common = {
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node22',
    outdir: folder,
    logLevel: 'warning',
  } as const;
  await build({
    ...common,
    entryPoints: { ours: join(import.meta.dirname, 'oursChild.ts') },
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    // kafkajs is CommonJS and requires modules of Node.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  await build({
    ...common,
    entryPoints: {
      filterWorker: join(root, 'src/kafka/read/filterWorker.ts'),
      bodyWorker: join(root, 'src/kafka/read/bodyWorker.ts'),
    },
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  });
  return join(folder, 'ours.mjs');
}
