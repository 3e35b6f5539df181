import type { ClusterClient } from '../connection/clusterClient.ts';
import type { TopicResult } from '../wire/createTopics.ts';
import type { WireRequest } from '../wire/wireRequest.ts';

const notController = 41;
/** How long the controller may take, and how much longer we wait for its answer. */
export const controllerTimeoutMs = 30_000;
const answerTimeoutMs = controllerTimeoutMs + 5_000;

/** Sends to the controller; when it has moved, to its successor. What was refused so was not carried out. */
export async function atController(
  client: ClusterClient,
  request: WireRequest<TopicResult[]>,
  signal: AbortSignal | undefined,
): Promise<TopicResult[]> {
  const options = { signal, timeoutMs: answerTimeoutMs };
  const results = await client.send('controller', request, options);
  if (!results.some(({ errorCode }) => errorCode === notController)) return results;
  await client.refresh(signal);
  return client.send('controller', request, options);
}
