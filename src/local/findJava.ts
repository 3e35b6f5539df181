import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { KafkaError } from '../core/kafkaError.ts';

/** The oldest Java that Apache Kafka 4 brokers run on. */
const oldestMajor = 17;

/**
 * The Java program to run Kafka with: `told`, else the one of `JAVA_HOME`, else `java` of the PATH.
 *
 * @throws KafkaError javaMissing, or javaTooOld with details `found` and `needed`
 */
export async function findJava(told?: string, env = process.env): Promise<string> {
  const home = env.JAVA_HOME;
  const fromHome = home === undefined || home === '' ? undefined : join(home, 'bin', 'java');
  const candidates = told === undefined ? [fromHome, 'java'] : [told];
  let tooOld: number | undefined;
  for (const java of candidates) {
    if (java === undefined) continue;
    const major = await javaMajor(java);
    if (major !== undefined && major >= oldestMajor) return java;
    tooOld ??= major;
  }
  if (tooOld !== undefined) {
    throw new KafkaError(
      'javaTooOld',
      `Kafka needs Java ${oldestMajor} or later; Java ${tooOld} was found.`,
      {
        details: { found: tooOld, needed: oldestMajor },
      },
    );
  }
  throw new KafkaError(
    'javaMissing',
    `Kafka needs Java ${oldestMajor} or later; no Java was found.`,
    {
      details: { needed: oldestMajor, ...(told !== undefined && { java: told }) },
    },
  );
}

/** The major version that `java -version` tells, or undefined when it does not run. */
function javaMajor(java: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    execFile(java, ['-version'], { timeout: 15_000 }, (error, _stdout, stderr) => {
      // `version "17.0.15"`, and `version "1.8.0_402"` before Java 9.
      const match = /version "(?:1\.)?(\d+)/.exec(stderr);
      resolve(error === null && match?.[1] !== undefined ? Number(match[1]) : undefined);
    });
  });
}
