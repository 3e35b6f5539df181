import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { javaProgram, kafkaArguments } from '../../support/kafkaJava.ts';
import { kafkaTools } from '../../support/kafkaTools.ts';

/** Writes lines of `key<tab>value` by Kafka's ConsoleProducer. */
export async function produceByJava(topic: string, lines: string): Promise<void> {
  const args = ['--topic', topic, '--reader-property', 'parse.key=true'];
  const child = spawn(javaProgram(), kafkaArguments(kafkaTools.producer, args), {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.end(lines);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`ConsoleProducer ended with ${String(code)}`);
}
