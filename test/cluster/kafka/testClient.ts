import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { silentLog } from '../../../src/core/log.ts';
import { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { parseBootstrapServers } from '../../../src/kafka/connection/clusterProfile.ts';
import { fromRunner } from '../../support/environment.ts';

/** A client of the runner's broker, or of another cluster. */
export function testClient(bootstrap = fromRunner('KAFKA_BOOTSTRAP')): ClusterClient {
  const bootstrapServers = parseBootstrapServers(bootstrap);
  return new ClusterClient({ name: 'test', bootstrapServers }, { log: silentLog });
}

/** A name that no other test uses. */
export function uniqueName(purpose: string): string {
  return `${purpose}-${randomUUID()}`;
}

/** Asks until the answer passes, and returns it; gives up with the last answer in the error. */
export async function until<T>(
  ask: () => Promise<T>,
  passes: (answer: T) => boolean,
  limitMs = 30_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (passes(answer)) return answer;
    if (Date.now() > end) {
      const text = JSON.stringify(answer, (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      );
      throw new Error(`This did not come about: ${text}`);
    }
    await delay(100);
  }
}
