import { join } from 'node:path';
import { runCommand } from '../setup/runCommand.ts';

const root = join(import.meta.dirname, '..', '..');

/** Builds `dist/` as it ships; with `tests` also the entry of the tests inside the extension host. */
export async function build(options: { tests?: boolean } = {}): Promise<void> {
  const args = [join(root, 'esbuild.mjs'), ...(options.tests === true ? ['--tests'] : [])];
  await runCommand(process.execPath, args, { cwd: root });
}
