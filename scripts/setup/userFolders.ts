import { homedir } from 'node:os';
import { join } from 'node:path';

const name = 'kafka-workbench';

/** The per-user folder of downloads that can be fetched again: shared by all clones. */
export function cacheFolder(env = process.env, platform = process.platform): string {
  if (env.KAFKA_WORKBENCH_CACHE) return env.KAFKA_WORKBENCH_CACHE;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), name, 'cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', name);
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), name);
}

/** The per-user folder of what `npm start` keeps between starts: broker data, VS Code's own settings. */
export function dataFolder(env = process.env, platform = process.platform): string {
  if (env.KAFKA_WORKBENCH_DATA) return env.KAFKA_WORKBENCH_DATA;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), name, 'data');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), name);
}
