import { join } from 'node:path';
import { fromRunner } from './environment.ts';

/** A program of the Java that runs Kafka: `java`, `keytool`. */
export function javaProgram(name = 'java'): string {
  const home = process.env.JAVA_HOME;
  return home ? join(home, 'bin', name) : name;
}

/**
 * What {@link javaProgram} is called with to run a command-line tool of Kafka's against a cluster.
 *
 * @param bootstrap the runner's broker unless told
 */
export function kafkaArguments(
  mainClass: string,
  args: readonly string[],
  bootstrap = fromRunner('KAFKA_BOOTSTRAP'),
): string[] {
  return [
    ...['-Xmx256m', '-XX:TieredStopAtLevel=1', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'],
    ...['-cp', join(fromRunner('KAFKA_LIBS'), '*'), mainClass],
    ...['--bootstrap-server', bootstrap, ...args],
  ];
}
