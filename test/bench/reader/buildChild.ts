import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a child as the extension is bundled, with the workers beside it: what is measured is the code that ships,
 * without the memory that running TypeScript as it is takes.
 *
 * @param entry the child, relative to the clone
 * @returns the path of its bundle
 */
export async function buildChild(folder: string, entry: string): Promise<string> {
  const root = join(import.meta.dirname, '..', '..', '..');
  const name = basename(entry, '.ts');
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
    entryPoints: { [name]: join(root, entry) },
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
  return join(folder, `${name}.mjs`);
}
