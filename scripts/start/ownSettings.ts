import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { quietSettings } from '../vscode/quietSettings.ts';

const clustersKey = 'kafkaWorkbench.clusters';

/**
 * Writes the settings of the VS Code that `npm start` opens: what stands there stays, the cluster "Local"
 * gets the broker's address. This is never the user's own settings file.
 */
export async function writeOwnSettings(path: string, bootstrapServers: string): Promise<void> {
  const before = await readSettings(path);
  const clusters = before?.[clustersKey] as Record<string, unknown> | undefined;
  const settings = {
    ...(before ?? quietSettings),
    [clustersKey]: { ...clusters, Local: { bootstrapServers } },
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(settings, undefined, 2)}\n`);
}

/** Settings of an earlier start; undefined where there are none, or none that can be read as JSON. */
async function readSettings(path: string): Promise<Record<string, unknown> | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
