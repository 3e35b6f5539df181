import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A lock file that holds the process id of its owner; a dead owner's lock counts as free. */
export class ProcessLock {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Takes the lock, with `note` for whoever finds it taken. Returns false when a live process has it. */
  take(note = ''): boolean {
    mkdirSync(dirname(this.path), { recursive: true });
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        writeFileSync(this.path, JSON.stringify({ pid: process.pid, note }), { flag: 'wx' });
        return true;
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
        const owner = this.owner();
        if (owner !== undefined) return owner.pid === process.pid;
        rmSync(this.path, { force: true });
      }
    }
    return false;
  }

  /** Replaces the note of a lock that is ours. */
  tell(note: string): void {
    writeFileSync(this.path, JSON.stringify({ pid: process.pid, note }));
  }

  /** The live owner, or undefined when the lock is free. */
  owner(): { pid: number; note: string } | undefined {
    try {
      const { pid, note } = JSON.parse(readFileSync(this.path, 'utf8')) as {
        pid: number;
        note: string;
      };
      return isAlive(pid) ? { pid, note } : undefined;
    } catch {
      return undefined;
    }
  }

  release(): void {
    if (this.owner()?.pid === process.pid) rmSync(this.path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
