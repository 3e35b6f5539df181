import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../scripts/package/build.ts';
import { packageVsix } from '../../scripts/package/packageVsix.ts';
import { chromium } from '../../scripts/setup/chromium.ts';
import { kafkaLibs } from '../../scripts/setup/kafkaLibs.ts';
import { say } from '../../scripts/setup/say.ts';
import { vscodeServerFiles } from '../../scripts/setup/vscodeServerFiles.ts';
import { silentLog } from '../../src/core/log.ts';
import { findJava } from '../../src/local/findJava.ts';
import { startLocalCluster } from '../../src/local/localCluster.ts';
import { vscodeKind } from '../support/host/vscodeKind.ts';
import { desktopVscodeFiles } from './desktopVscodeFiles.ts';
import type { Need } from './suites.ts';

/** Tests write records with times of long ago: the default retention would delete them in the middle of a run. */
const keepOldRecords = {
  'log.initial.task.delay.ms': '86400000',
  'log.retention.check.interval.ms': '86400000',
};

/**
 * Starts, builds and fetches what suites need, each thing once per run, and tells the tests by environment:
 * `KAFKA_BOOTSTRAP`, `KAFKA_LIBS`, `CHROMIUM`, `VSCODE_SERVER`,
 * `VSCODE_ELECTRON`, `EXTENSION_VSIX`.
 */
export class Preparation {
  readonly #done = new Map<Need, Promise<void>>();
  #stopKafka: (() => Promise<void>) | undefined;
  readonly #abort: AbortSignal;

  constructor(abort: AbortSignal) {
    this.#abort = abort;
  }

  /** Settles when `need` is met; rejects with a sentence for the person at the terminal. */
  async meet(need: Need): Promise<void> {
    this.#abort.throwIfAborted();
    const promise = this.#done.get(need) ?? this.#steps[need]();
    this.#done.set(need, promise);
    await promise;
  }

  /** Ends everything that was started: each suite gets a broker without the topics of the one before. */
  async undo(): Promise<void> {
    await this.#stopKafka?.();
    this.#stopKafka = undefined;
  }

  readonly #steps: Record<Need, () => Promise<void>> = {
    kafka: async () => {
      // Before anything is fetched: without it nothing of that could run.
      const java = await findJava();
      const libs = await kafkaLibs(this.#abort);
      process.env.KAFKA_LIBS = libs;
      // A developer's own broker, running already, saves the start.
      if (process.env.KAFKA_BOOTSTRAP !== undefined) return;
      say('Starting Apache Kafka');
      const folder = await mkdtemp(join(tmpdir(), 'kafka-workbench-'));
      const forget = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
      this.#stopKafka = forget;
      const cluster = await startLocalCluster(
        { kafkaLibs: libs, java, folder, log: silentLog, properties: keepOldRecords },
        this.#abort,
      );
      this.#stopKafka = async () => {
        this.#done.delete('kafka');
        delete process.env.KAFKA_BOOTSTRAP;
        await cluster.stop();
        await forget();
      };
      process.env.KAFKA_BOOTSTRAP = cluster.bootstrapServers;
    },
    chromium: async () => {
      process.env.CHROMIUM = await chromium();
    },
    build: async () => {
      say('Building');
      await build({ tests: true });
    },
    package: async () => {
      await this.meet('build');
      say('Packaging the VSIX');
      process.env.EXTENSION_VSIX = await packageVsix();
    },
    vscode: async () => {
      if (vscodeKind() === 'electron') process.env.VSCODE_ELECTRON ??= await desktopVscodeFiles();
      // `npm start -- --server`, which a test drives, needs it in any case.
      process.env.VSCODE_SERVER = await vscodeServerFiles(this.#abort);
    },
  };
}
