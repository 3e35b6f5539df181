import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { javaProgram, kafkaArguments } from '../../support/kafkaJava.ts';

const classes = {
  consumer: 'org.apache.kafka.tools.consumer.ConsoleConsumer',
  share: 'org.apache.kafka.tools.consumer.ConsoleShareConsumer',
} as const;

/** One of Kafka's own console consumers, running until it is stopped: a real member of a group. */
export class JavaConsumer {
  readonly #process: ChildProcess;
  readonly #exited: Promise<unknown>;

  constructor(kind: keyof typeof classes, topic: string, group: string, args: string[] = []) {
    const all = kafkaArguments(classes[kind], ['--topic', topic, '--group', group, ...args]);
    this.#process = spawn(javaProgram(), all, { stdio: 'ignore' });
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
