import { randomBytes } from 'node:crypto';
import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { processBirth } from './processBirth.ts';

interface Owner {
  readonly pid: number;
  /** Tells the process from an earlier one of the same id, where the system knows. */
  readonly born?: string;
  readonly note: string;
}

/**
 * A lock file that names its owner; a dead owner's lock counts as free. The file appears with its content, in one
 * step (a link to a file that is written before), so nobody ever reads half of one. Where the file system has no
 * links (exFAT, some mounts) it is copied there instead: a file that is still being written counts as taken.
 */
export class ProcessLock {
  readonly path: string;
  #taken = false;

  constructor(path: string) {
    this.path = path;
  }

  /** Takes the lock, with `note` for whoever finds it taken. Returns false when somebody has it. */
  take(note = ''): boolean {
    mkdirSync(dirname(this.path), { recursive: true });
    for (let attempt = 0; attempt < 3 && !this.#taken; attempt++) {
      if (this.owner() !== undefined) return false;
      this.#removeDead();
      const written = this.#write(note);
      try {
        place(written, this.path);
        this.#taken = true;
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
      } finally {
        rmSync(written, { force: true });
      }
    }
    return this.#taken;
  }

  /** Replaces the note of a lock that is ours. */
  tell(note: string): void {
    renameSync(this.#write(note), this.path);
  }

  /** The live owner, or undefined when the lock is free. */
  owner(): Owner | undefined {
    return liveOwner(this.path);
  }

  /** Gives the lock back; does nothing when it is not ours. */
  release(): void {
    if (this.#taken) rmSync(this.path, { force: true });
    this.#taken = false;
  }

  #write(note: string): string {
    const path = aside(this.path);
    const born = processBirth(process.pid);
    const owner: Owner = { pid: process.pid, note, ...(born !== undefined && { born }) };
    writeFileSync(path, JSON.stringify(owner));
    return path;
  }

  /** Moves a dead owner's file away before it goes: what somebody has put there meanwhile is put back. */
  #removeDead(): void {
    const dead = aside(this.path);
    try {
      renameSync(this.path, dead);
      if (liveOwner(dead) !== undefined) place(dead, this.path);
    } catch (error) {
      if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
    } finally {
      rmSync(dead, { force: true });
    }
  }
}

const aside = (path: string): string => `${path}.${randomBytes(6).toString('hex')}`;

/** What a file system without hard links says when it is asked for one. */
const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EISDIR'];

/** Puts a file where none is; throws EEXIST where one is. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!noLinks.some((code) => isCode(error, code))) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/** Copying some hundred bytes takes no longer, however busy the machine is. */
const writingMs = 10_000;

function liveOwner(path: string): Owner | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    if (text === '') return isNew(path) ? { pid: 0, note: '' } : undefined;
    const owner = JSON.parse(text) as Owner;
    return isAlive(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** Somebody may be about to write it. */
function isNew(path: string): boolean {
  return Date.now() - statSync(path).mtimeMs < writingMs;
}

function isAlive({ pid, born }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!isCode(error, 'EPERM')) return false;
  }
  const now = processBirth(pid);
  return born === undefined || now === undefined || born === now;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
