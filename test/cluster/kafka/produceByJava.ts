import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fromRunner } from '../../support/environment.ts';

/** Writes lines of `key<tab>value` by Kafka's ConsoleProducer. */
export async function produceByJava(topic: string, lines: string): Promise<void> {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const child = spawn(
    java,
    [
      ...['-Xmx128m', '-XX:TieredStopAtLevel=1', '-cp', join(fromRunner('KAFKA_LIBS'), '*')],
      ...['org.apache.kafka.tools.ConsoleProducer', '--topic', topic],
      ...['--bootstrap-server', fromRunner('KAFKA_BOOTSTRAP')],
      ...['--reader-property', 'parse.key=true'],
    ],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  );
  child.stdin.end(lines);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`ConsoleProducer ended with ${String(code)}`);
}
