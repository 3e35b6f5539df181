import type { ClusterClient } from '../connection/clusterClient.ts';
import { throwIfFailed } from '../wire/brokerError.ts';
import { describeConfigsRequest } from '../wire/describeConfigs.ts';
import { configEntries, type ConfigEntry } from './configEntries.ts';

/** Every config of a broker, ordered by name; only that broker knows them. */
export async function describeBrokerConfigs(
  client: ClusterClient,
  broker: number,
  signal?: AbortSignal,
): Promise<ConfigEntry[]> {
  const request = describeConfigsRequest('broker', String(broker));
  const [result] = await client.send(broker, request, { signal });
  throwIfFailed(result?.errorCode ?? 0, { broker, text: result?.errorText ?? null });
  return configEntries(result?.configs ?? []);
}
