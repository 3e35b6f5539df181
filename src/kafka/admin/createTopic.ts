import type { ClusterClient } from '../connection/clusterClient.ts';
import { brokerError } from '../wire/brokerError.ts';
import { createTopicsRequest } from '../wire/createTopics.ts';
import { atController, controllerTimeoutMs } from './atController.ts';
import { untilMetadata } from './untilMetadata.ts';

/** A topic to create; what is left out gets the cluster's default. */
export interface NewTopic {
  readonly name: string;
  readonly partitions?: number | undefined;
  readonly replicationFactor?: number | undefined;
  readonly configs?: Readonly<Record<string, string>> | undefined;
}

/**
 * Creates a topic and waits until it can be used. Rejects with the broker's reason: `topicExists`,
 * `topicInvalid`, `partitionsInvalid`, `replicationFactorInvalid`, `configInvalid`, `policyViolation`, …
 */
export async function createTopic(
  client: ClusterClient,
  topic: NewTopic,
  signal?: AbortSignal,
): Promise<void> {
  const { name, partitions = -1, replicationFactor = -1, configs = {} } = topic;
  const wanted = { name, partitions, replicationFactor, configs: Object.entries(configs) };
  const request = createTopicsRequest([wanted], { timeoutMs: controllerTimeoutMs });
  for (const { errorCode, errorText } of await atController(client, request, signal)) {
    if (errorCode !== 0) throw brokerError(errorCode, { topic: name, text: errorText });
  }
  const usable = (entry: { partitions: readonly { leader: number | undefined }[] }): boolean =>
    entry.partitions.length > 0 && entry.partitions.every(({ leader }) => leader !== undefined);
  await untilMetadata(client, [name], usable, signal);
}
