import type { ClusterClient } from '../connection/clusterClient.ts';
import { delay } from './delay.ts';
import { describeTopics } from './listTopics.ts';
import type { TopicInfo } from './topicInfo.ts';

const firstDelayMs = 20;
const attempts = 8;

/**
 * Waits until the brokers' metadata agrees with a change that the controller has made, which reaches them a
 * moment later; after about five seconds it gives up silently, since the change itself has succeeded.
 */
export async function untilMetadata(
  client: ClusterClient,
  names: readonly string[],
  agrees: (topic: TopicInfo) => boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const topics = await describeTopics(client, names, signal);
    if (topics.every(agrees)) return;
    await delay(firstDelayMs * 2 ** attempt, signal);
  }
}
