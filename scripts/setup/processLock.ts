import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

interface Owner {
  readonly pid: number;
  /** When the process began, in ms: a process id comes back, in a container soon. */
  readonly since: number;
  readonly note: string;
}

/** A lock file that names its owner; a dead owner's lock counts as free. */
export class ProcessLock {
  readonly path: string;
  #taken = false;

  constructor(path: string) {
    this.path = path;
  }

  /** Takes the lock, with `note` for whoever finds it taken. Returns false when somebody has it. */
  take(note = ''): boolean {
    mkdirSync(dirname(this.path), { recursive: true });
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        writeFileSync(this.path, lockText(note), { flag: 'wx' });
        this.#taken = true;
        return true;
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
        if (this.owner() !== undefined) return false;
        rmSync(this.path, { force: true });
      }
    }
    return false;
  }

  /** Replaces the note of a lock that is ours. */
  tell(note: string): void {
    writeFileSync(this.path, lockText(note));
  }

  /** The live owner, or undefined when the lock is free. */
  owner(): Owner | undefined {
    try {
      const owner = JSON.parse(readFileSync(this.path, 'utf8')) as Owner;
      return isAlive(owner) ? owner : undefined;
    } catch {
      return undefined;
    }
  }

  /** Gives the lock back; does nothing when it is not ours. */
  release(): void {
    if (this.#taken) rmSync(this.path, { force: true });
    this.#taken = false;
  }
}

function lockText(note: string): string {
  const owner: Owner = { pid: process.pid, since: Math.floor(performance.timeOrigin), note };
  return JSON.stringify(owner);
}

function isAlive({ pid, since }: Owner): boolean {
  if (pid === process.pid) return since === Math.floor(performance.timeOrigin);
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
