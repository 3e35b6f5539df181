import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of the first of the named programs that is on the PATH, or undefined. */
export function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}
