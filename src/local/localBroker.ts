import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, renameSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { KafkaError } from '../core/kafkaError.ts';
import type { Log } from '../core/log.ts';
import { answersKafka } from './answersKafka.ts';
import { brokerFailure } from './brokerFailure.ts';
import { brokerProperties, type LocalNode } from './brokerProperties.ts';
import { logTail } from './logTail.ts';
import { watchOver } from './watchdog.ts';

/** Where and how one local broker runs. */
export interface LocalBrokerOptions {
  /** Folder of Kafka's jars. */
  readonly kafkaLibs: string;
  /** The broker's own folder: configuration, log, data. */
  readonly folder: string;
  /** All nodes of the cluster, this one included. */
  readonly nodes: readonly LocalNode[];
  readonly clusterId: string;
  /** The Java program. */
  readonly java: string;
  readonly log: Log;
  /** More broker properties, by name. */
  readonly properties?: Readonly<Record<string, string>>;
  /** How long a start may take; 60 s unless told. */
  readonly startLimitMs?: number;
  /** How long an orderly end may take before the process is killed; 15 s unless told. */
  readonly stopLimitMs?: number;
}

/** One Kafka process of a local cluster. It ends with our own process, whatever ends that. */
export class LocalBroker {
  readonly node: LocalNode;
  readonly #options: LocalBrokerOptions;
  #process: ChildProcess | undefined;

  constructor(node: LocalNode, options: LocalBrokerOptions) {
    this.node = node;
    this.#options = options;
  }

  /** Where clients connect: `127.0.0.1:port`. */
  get address(): string {
    return `127.0.0.1:${this.node.port}`;
  }

  /** The process id while the broker runs. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** The file with what the broker writes. */
  get logFile(): string {
    return join(this.#options.folder, 'broker.log');
  }

  /**
   * Starts the broker, on data that is formatted first where there is none, and waits until it answers.
   *
   * @throws KafkaError portInUse or localBrokerFailed (details `cause` and `log`, the end of its log); the
   *   abort reason when aborted. Nothing runs after a rejection.
   */
  async start(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.#process !== undefined) return;
    const { folder, nodes, properties } = this.#options;
    const data = join(folder, 'data');
    await mkdir(data, { recursive: true });
    const config = join(folder, 'server.properties');
    await writeFile(config, brokerProperties(this.node, nodes, data, properties));
    if (existsSync(this.logFile)) renameSync(this.logFile, `${this.logFile}.old`);
    if (!existsSync(join(data, 'meta.properties'))) await this.#format(config, signal);
    const broker = this.#run('kafka.Kafka', [config]);
    this.#process = broker;
    void once(broker, 'exit').then(() => {
      if (this.#process === broker) this.#process = undefined;
    });
    try {
      await this.#untilAnswering(broker, signal);
    } catch (error) {
      await this.kill();
      throw error;
    }
    // A running broker alone does not keep us going: without us it ends.
    broker.unref();
    this.#options.log.info(
      `Broker ${this.node.id} answers at ${this.address} (process ${broker.pid ?? 0}).`,
    );
  }

  /** Ends the broker in order (it hands over its leaders and closes its files), by force after a limit. */
  async stop(): Promise<void> {
    const broker = this.#process;
    if (broker === undefined) return;
    const ended = exitOf(broker);
    broker.kill('SIGTERM');
    const limit = AbortSignal.timeout(this.#options.stopLimitMs ?? 15_000);
    const force = () => void broker.kill('SIGKILL');
    limit.addEventListener('abort', force);
    await ended;
    limit.removeEventListener('abort', force);
  }

  /** Ends the broker at once, as a crash would. */
  async kill(): Promise<void> {
    const broker = this.#process;
    if (broker === undefined) return;
    const ended = exitOf(broker);
    broker.kill('SIGKILL');
    await ended;
  }

  async #format(config: string, signal?: AbortSignal): Promise<void> {
    const args = ['format', '-t', this.#options.clusterId, '-c', config];
    const format = this.#run('kafka.tools.StorageTool', args);
    const abort = () => void format.kill('SIGKILL');
    signal?.addEventListener('abort', abort);
    const [code] = (await once(format, 'exit')) as [number | null];
    signal?.removeEventListener('abort', abort);
    signal?.throwIfAborted();
    if (code !== 0) throw await this.#failure('Its storage could not be formatted.');
  }

  async #untilAnswering(broker: ChildProcess, signal?: AbortSignal): Promise<void> {
    const limitMs = this.#options.startLimitMs ?? 60_000;
    const deadline = Date.now() + limitMs;
    while (!(await answersKafka(this.node.port))) {
      signal?.throwIfAborted();
      if (broker.exitCode !== null || broker.signalCode !== null) {
        throw await this.#failure(`The broker ended with code ${broker.exitCode ?? 'none'}.`);
      }
      if (Date.now() > deadline) {
        throw await this.#failure(
          `The broker does not answer after ${Math.round(limitMs / 1000)} s.`,
        );
      }
      await delay(100, undefined, signal && { signal });
    }
    // Another program may answer at that port while ours has failed to get it.
    if (broker.exitCode !== null) throw await this.#failure('The broker ended.');
  }

  /** Runs a class of Kafka's jars, its output going to the log file; our own end ends it. */
  #run(mainClass: string, args: readonly string[]): ChildProcess {
    const { java, kafkaLibs, folder } = this.#options;
    const output = openSync(this.logFile, 'a');
    const jvm = [
      '-Xmx1g',
      '-Djava.awt.headless=true',
      '-Dorg.slf4j.simpleLogger.showDateTime=true',
    ];
    const child = spawn(java, [...jvm, '-cp', join(kafkaLibs, '*'), mainClass, ...args], {
      cwd: folder,
      stdio: ['ignore', output, output],
      // A session of its own: Ctrl+C in our terminal is ours to handle, in our order.
      detached: process.platform !== 'win32',
    });
    closeSync(output);
    child.on('error', (error) =>
      this.#options.log.error(`Java could not be started: ${error.message}`),
    );
    if (child.pid === undefined) {
      throw new KafkaError('javaMissing', `Java could not be started: ${java}`, {
        details: { java },
      });
    }
    child.once('exit', watchOver(child.pid));
    return child;
  }

  async #failure(what: string): Promise<Error> {
    return brokerFailure(what, this.node, await logTail(this.logFile));
  }
}

/** Settles when the process has ended; keeps us going until then. */
async function exitOf(broker: ChildProcess): Promise<void> {
  if (broker.exitCode !== null || broker.signalCode !== null) return;
  broker.ref();
  await once(broker, 'exit');
}
