import type { KafkaError } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { errorOf } from '../wire/brokerError.ts';
import { deleteTopicsRequest } from '../wire/deleteTopics.ts';
import { atController, controllerTimeoutMs } from './atController.ts';
import { untilMetadata } from './untilMetadata.ts';

/** What became of one topic that was to be deleted. */
export interface TopicDeletion {
  readonly name: string;
  readonly error?: KafkaError | undefined;
}

/** Deletes topics, each with its own result in the order asked, and waits until they are gone. */
export async function deleteTopics(
  client: ClusterClient,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<TopicDeletion[]> {
  if (names.length === 0) return [];
  const request = deleteTopicsRequest(names, { timeoutMs: controllerTimeoutMs });
  const results = await atController(client, request, signal);
  const byName = new Map(results.map((result) => [result.name, result]));
  const deletions = names.map((name) => {
    const { errorCode = -1, errorText = null } = byName.get(name) ?? {};
    return { name, error: errorOf(errorCode, { topic: name, text: errorText }) };
  });
  const gone = deletions.filter(({ error }) => error === undefined).map(({ name }) => name);
  await untilMetadata(client, gone, (topic) => topic.error !== undefined, signal);
  return deletions;
}
