import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { quietSettings } from '../vscode/quietSettings.ts';
import { settingEdit } from './settingEdit.ts';

/**
 * Writes the settings of the VS Code that `npm start` opens: what stands there stays, comments too, and the
 * cluster "Local" gets the broker's address. This is never the user's own settings file.
 *
 * @returns false where the file cannot be read as settings: then it stays as it is
 */
export async function writeOwnSettings(path: string, bootstrapServers: string): Promise<boolean> {
  const before = await textOf(path);
  const text = before.trim() === '' ? JSON.stringify(quietSettings, undefined, 2) : before;
  const address = ['kafkaWorkbench.clusters', 'Local', 'bootstrapServers'];
  const after = settingEdit(text, address, bootstrapServers);
  if (after === undefined) return false;
  await mkdir(dirname(path), { recursive: true });
  if (after !== before) await writeFile(path, after);
  return true;
}

/** Settings of an earlier start; '' where there are none. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
