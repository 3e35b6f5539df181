import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../setup/runCommand.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * Packs `dist/` (built before) and the files that `.vscodeignore` allows into one universal VSIX.
 *
 * @returns its path
 */
export async function packageVsix(): Promise<string> {
  const path = join(root, 'dist', 'kafka-workbench.vsix');
  await mkdir(join(root, 'dist'), { recursive: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  await runCommand(process.execPath, [vsce, 'package', '--no-dependencies', '--out', path], {
    cwd: root,
  });
  return path;
}
