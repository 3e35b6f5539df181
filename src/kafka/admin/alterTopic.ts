import type { ClusterClient } from '../connection/clusterClient.ts';
import { brokerError } from '../wire/brokerError.ts';
import { createPartitionsRequest } from '../wire/createPartitions.ts';
import { incrementalAlterConfigsRequest } from '../wire/incrementalAlterConfigs.ts';
import { atController, controllerTimeoutMs } from './atController.ts';
import { untilMetadata } from './untilMetadata.ts';

/** Gives a topic more partitions, `count` in all, and waits until they can be used. */
export async function addPartitions(
  client: ClusterClient,
  topic: string,
  count: number,
  signal?: AbortSignal,
): Promise<void> {
  const request = createPartitionsRequest(topic, count, { timeoutMs: controllerTimeoutMs });
  for (const { errorCode, errorText } of await atController(client, request, signal)) {
    if (errorCode !== 0) throw brokerError(errorCode, { topic, text: errorText });
  }
  await untilMetadata(
    client,
    [topic],
    ({ partitions }) =>
      partitions.length >= count && partitions.every(({ leader }) => leader !== undefined),
    signal,
  );
}

/** Sets configs of a topic and leaves its others; all of them or, when one is refused, none. */
export async function setTopicConfigs(
  client: ClusterClient,
  topic: string,
  configs: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<void> {
  const request = incrementalAlterConfigsRequest(topic, Object.entries(configs));
  for (const { errorCode, errorText } of await client.send('any', request, { signal })) {
    if (errorCode !== 0) throw brokerError(errorCode, { topic, text: errorText });
  }
}
