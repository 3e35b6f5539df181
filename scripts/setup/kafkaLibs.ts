import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, type CachedThing } from './cached.ts';
import { onPath } from './onPath.ts';
import { runCommand } from './runCommand.ts';
import { SetupProblem } from './setupProblem.ts';

/** The Apache Kafka that development and tests run against. */
export const kafkaVersion = '4.3.1';

const artifacts = [
  ['org.apache.kafka', 'kafka_2.13', kafkaVersion],
  ['org.apache.kafka', 'kafka-tools', kafkaVersion],
  ['org.slf4j', 'slf4j-simple', '1.7.36'],
] as const;

/** The folder of Kafka's jars (broker, controller and command-line tools), fetched by Maven. */
export function kafkaLibs(signal?: AbortSignal): Promise<string> {
  const thing: CachedThing = {
    name: `kafka-${kafkaVersion}`,
    title: `Apache Kafka ${kafkaVersion} (55 MB, by Maven)`,
    bytes: 250e6,
    hashes: true,
    fetch: fetchJars,
  };
  return cached(thing, { signal });
}

async function fetchJars(folder: string, signal: AbortSignal | undefined): Promise<void> {
  const maven = onPath(process.platform === 'win32' ? 'mvn.cmd' : 'mvn');
  if (maven === undefined) {
    throw new SetupProblem(
      'Maven is needed to fetch Apache Kafka, and there is no "mvn" on the PATH. Install Maven 3.8 or later.',
    );
  }
  const pom = join(folder, 'pom.xml');
  await writeFile(pom, pomXml());
  const args = [
    '-q',
    '-B',
    '-f',
    pom,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${folder}`,
  ];
  await runCommand(maven, args, { signal });
  await rm(pom);
}

function pomXml(): string {
  const dependencies = artifacts.map(
    ([group, artifact, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>kafka-workbench</groupId><artifactId>kafka-libs</artifactId><version>1</version>
<dependencies>${dependencies.join('\n')}</dependencies></project>`;
}
