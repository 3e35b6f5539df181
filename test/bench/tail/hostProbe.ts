import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from '../../../scripts/setup/runCommand.ts';

/** What the extension host's event loop was like since the last look. */
export interface HostFigures {
  /** How late timers fired, ms; the same timer's median when idle is to be taken off. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** Memory of the process, bytes. */
  readonly rss: number;
}

interface Written extends HostFigures {
  readonly pid: number;
  readonly written: number;
}

const root = join(import.meta.dirname, '..', '..', '..');
const lookMs = 20;
const limitMs = 20_000;

/** Measures VS Code's extension host, by an extension of its own. */
export class HostProbe {
  /** The extension that has to be installed. */
  readonly vsix: string;
  /** What VS Code has to be started with. */
  readonly env: Readonly<Record<string, string>>;
  readonly #file: string;

  private constructor(folder: string) {
    this.vsix = join(folder, 'probe.vsix');
    this.#file = join(folder, 'probe.json');
    this.env = { HOST_PROBE: this.#file };
  }

  /** @param folder of its own */
  static async make(folder: string): Promise<HostProbe> {
    const probe = new HostProbe(folder);
    const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
    const how = ['--no-dependencies', '--allow-missing-repository', '--skip-license'];
    await runCommand(process.execPath, [vsce, 'package', ...how, '--out', probe.vsix], {
      cwd: join(import.meta.dirname, 'probe'),
    });
    return probe;
  }

  /** What was measured since the last call; what is measured begins anew. */
  async next(): Promise<HostFigures> {
    const { pid, written } = await this.#read(() => true);
    process.kill(pid, 'SIGUSR2');
    return this.#read((figures) => figures.written > written);
  }

  async #read(wanted: (figures: Written) => boolean): Promise<Written> {
    const deadline = performance.now() + limitMs;
    for (;;) {
      const text = await readFile(this.#file, 'utf8').catch(() => undefined);
      const figures = text === undefined ? undefined : (JSON.parse(text) as Written);
      if (figures && wanted(figures)) return figures;
      if (performance.now() > deadline) throw new Error('The extension host tells nothing.');
      await sleep(lookMs);
    }
  }
}
