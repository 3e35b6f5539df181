import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { KafkaError } from '../../core/kafkaError.ts';

/** So many characters are collected before they are written. */
const pieceChars = 256 * 1024;

/**
 * A file that is there whole or not at all: it grows under the name `….partial` (or `….2.partial`, where somebody has
 * that), which says what it is should the process end, and takes its own name when it is finished.
 */
export class ExportFile {
  readonly path: string;
  readonly #partial: string;
  readonly #handle: FileHandle;
  #waiting: string[] = [];
  #waitingChars = 0;
  #finished = false;

  private constructor(path: string, partial: string, handle: FileHandle) {
    this.path = path;
    this.#partial = partial;
    this.#handle = handle;
  }

  /** @throws KafkaError `fileUnwritable` */
  static async create(path: string): Promise<ExportFile> {
    for (let n = 1; ; n++) {
      const partial = n === 1 ? `${path}.partial` : `${path}.${n}.partial`;
      const handle = await writing(path, open(partial, 'wx', 0o600).catch(unlessTaken));
      if (handle !== undefined) return new ExportFile(path, partial, handle);
    }
  }

  /** Adds text; resolves at once while there is little of it. @throws KafkaError `fileUnwritable` */
  async write(text: string): Promise<void> {
    this.#waiting.push(text);
    this.#waitingChars += text.length;
    if (this.#waitingChars >= pieceChars) await this.#flush();
  }

  /** Writes the rest and gives the file its name, in place of one that had it. */
  async finish(): Promise<void> {
    await this.#flush();
    await writing(this.path, this.#handle.close());
    await writing(this.path, rename(this.#partial, this.path));
    this.#finished = true;
  }

  /** Removes what was written, even where it was finished. */
  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    await writing(this.path, rm(this.#finished ? this.path : this.#partial, { force: true }));
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#waiting.join(''));
    this.#waiting = [];
    this.#waitingChars = 0;
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await writing(this.path, this.#handle.write(bytes, at));
      at += bytesWritten;
    }
  }
}

function unlessTaken(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}

async function writing<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    throw new KafkaError('fileUnwritable', `cannot write ${path}: ${String(cause)}`, {
      details: { path, code },
      cause,
    });
  }
}
