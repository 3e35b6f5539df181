import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

const fileName = '.manifest.json';

/** What a complete folder holds: per file its size in bytes and, where asked for, its SHA-256. */
type Manifest = Record<string, { bytes: number; sha256?: string }>;

/** Writes down what `folder` holds, so that {@link isComplete} can tell later whether all is still there. */
export async function writeManifest(folder: string, options: { hashes: boolean }): Promise<void> {
  const manifest: Manifest = {};
  for (const path of await filesOf(folder)) {
    const { size } = await stat(join(folder, path));
    manifest[path] = {
      bytes: size,
      ...(options.hashes && { sha256: await sha256(join(folder, path)) }),
    };
  }
  await writeFile(join(folder, fileName), JSON.stringify(manifest));
}

/** True when every file that was written down is there with its size and, where known, its content. */
export async function isComplete(folder: string): Promise<boolean> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, fileName), 'utf8')) as Manifest;
    for (const [path, { bytes, sha256: expected }] of Object.entries(manifest)) {
      if ((await stat(join(folder, path))).size !== bytes) return false;
      if (expected !== undefined && (await sha256(join(folder, path))) !== expected) return false;
    }
    return Object.keys(manifest).length > 0;
  } catch {
    return false;
  }
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== fileName)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
