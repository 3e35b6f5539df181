import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BenchCluster } from '../reader/benchCluster.ts';

const perSecond = 100_000;
const recordBytes = 170;

/** Writes 100,000 records a second, as well as the machine lets it, until it is stopped. */
export class SteadyProducer {
  readonly #process: ChildProcess;
  /** Records per second of each five seconds. */
  #rates: number[] = [];

  constructor({ java, kafkaLibs, bootstrap }: BenchCluster, topic: string) {
    const args = ['-Xmx512m', '-Dorg.slf4j.simpleLogger.defaultLogLevel=error'];
    args.push('-cp', join(kafkaLibs, '*'), 'org.apache.kafka.tools.ProducerPerformance');
    args.push('--topic', topic, '--num-records', String(2 ** 31), '--throughput', `${perSecond}`);
    args.push('--record-size', String(recordBytes));
    args.push('--producer-props', 'linger.ms=5', `bootstrap.servers=${bootstrap}`);
    this.#process = spawn(java, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process.stdout?.on('data', (chunk: Buffer) => {
      for (const [, rate] of chunk.toString().matchAll(/([\d.]+) records\/sec/g)) {
        this.#rates.push(Number(rate));
      }
    });
  }

  /** From here on {@link rate} counts. */
  begin(): void {
    this.#rates = [];
  }

  /** Records per second that were written since `begin`, on average. */
  get rate(): number {
    return Math.round(this.#rates.reduce((sum, rate) => sum + rate, 0) / this.#rates.length);
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }
}
