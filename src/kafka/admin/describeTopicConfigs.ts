import type { ClusterClient } from '../connection/clusterClient.ts';
import { throwIfFailed } from '../wire/brokerError.ts';
import { describeConfigsRequest } from '../wire/describeConfigs.ts';
import { configEntries, type ConfigEntry } from './configEntries.ts';

export type { ConfigEntry, ConfigSource } from './configEntries.ts';

/** Every config of a topic, ordered by name. Rejects with `topicUnknown` or `notAuthorized`. */
export async function describeTopicConfigs(
  client: ClusterClient,
  topic: string,
  signal?: AbortSignal,
): Promise<ConfigEntry[]> {
  const [result] = await client.send('any', describeConfigsRequest('topic', topic), { signal });
  throwIfFailed(result?.errorCode ?? 0, { topic, text: result?.errorText ?? null });
  return configEntries(result?.configs ?? []);
}
