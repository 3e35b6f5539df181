import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fromRunner } from '../../support/environment.ts';

const classes = {
  consumer: 'org.apache.kafka.tools.consumer.ConsoleConsumer',
  share: 'org.apache.kafka.tools.consumer.ConsoleShareConsumer',
} as const;

/** One of Kafka's own console consumers, running until it is stopped: a real member of a group. */
export class JavaConsumer {
  readonly #process: ChildProcess;
  readonly #exited: Promise<unknown>;

  constructor(kind: keyof typeof classes, topic: string, group: string, args: string[] = []) {
    const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
    this.#process = spawn(
      java,
      [
        ...['-Xmx128m', '-XX:TieredStopAtLevel=1', '-cp', join(fromRunner('KAFKA_LIBS'), '*')],
        ...[classes[kind], '--bootstrap-server', fromRunner('KAFKA_BOOTSTRAP')],
        ...['--topic', topic, '--group', group, ...args],
      ],
      { stdio: 'ignore' },
    );
    this.#exited = once(this.#process, 'exit');
  }

  /** Lets it leave its group in order. */
  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    await this.#exited;
  }

  /** Ends it without a goodbye. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exited;
  }
}
