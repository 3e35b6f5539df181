import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isComplete, writeManifest } from './manifest.ts';
import { ProcessLock } from './processLock.ts';
import { say } from './say.ts';
import { SetupProblem } from './setupProblem.ts';
import { cacheFolder } from './userFolders.ts';

/** One thing that is fetched once per user and version. */
export interface CachedThing {
  /** The folder's name, with the version: `kafka-4.3.1`. */
  readonly name: string;
  /** What the person reads while it is fetched. */
  readonly title: string;
  /** Disk space needed to fetch it. */
  readonly bytes: number;
  /** Whether each file's content is checked at every use (small things), or its size alone. */
  readonly hashes: boolean;
  /** Fills an empty folder; a rejection leaves nothing behind. */
  readonly fetch: (folder: string, signal: AbortSignal | undefined) => Promise<void>;
}

export interface CachedOptions {
  /** The folder of all cached things: the user's own unless told. */
  readonly base?: string;
  /** Ends waiting and fetching. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The folder of a cached thing, fetched when it is missing or when files of it are missing or changed.
 * Made aside and renamed when complete; of two processes that need it at once, one fetches and one waits.
 */
export async function cached(
  thing: CachedThing,
  { base = cacheFolder(), signal }: CachedOptions = {},
): Promise<string> {
  const folder = join(base, thing.name);
  if (await isComplete(folder)) return folder;
  const lock = new ProcessLock(`${folder}.lock`);
  for (let waited = false; !lock.take(); waited = true) {
    if (!waited) say(`Waiting for another process that is fetching ${thing.title}`);
    await delay(300, undefined, { signal });
  }
  const aside = `${folder}.partial`;
  try {
    if (await isComplete(folder)) return folder;
    signal?.throwIfAborted();
    await rm(aside, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
    await mkdir(aside, { recursive: true });
    await needSpace(base, thing);
    say(`Fetching ${thing.title} into ${folder}`);
    await thing.fetch(aside, signal);
    await writeManifest(aside, thing);
    await rename(aside, folder);
    return folder;
  } finally {
    await rm(aside, { recursive: true, force: true });
    lock.release();
  }
}

async function needSpace(folder: string, thing: CachedThing): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= thing.bytes) return;
  const needMb = Math.ceil(thing.bytes / 1e6);
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  throw new SetupProblem(
    `${thing.title} needs ${needMb} MB of disk space in ${folder}, but ${freeMb} MB are free.`,
  );
}
