import { KafkaError } from '../../../src/core/kafkaError.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import type { ProducedPartition } from '../../../src/kafka/wire/produce.ts';
import type { WireRequest } from '../../../src/kafka/wire/wireRequest.ts';
import { Writer } from '../../../src/kafka/wire/writer.ts';

/** The one topic of a stand-in's cluster; it has partition 0 alone, led by broker 1. */
export const standInTopic = 'stand-in';

/** Nothing listens any more. */
export const refusal = new KafkaError('connectionRefused', 'Nothing listens there');

/** What a broker says of a batch; an Error where its connection breaks after it was sent, `refusal` before. */
export type ProduceAnswer = Partial<ProducedPartition> | Error;

/**
 * A client whose broker answers one Produce request after another as told, for what a real broker does too
 * seldom. `produced` counts the requests; one that is not foreseen rejects.
 *
 * @param isAway asked when it is asked for metadata: whether nobody answers
 */
export function standInClient(
  answers: readonly ProduceAnswer[],
  isAway = (): boolean => false,
): {
  readonly client: ClusterClient;
  readonly produced: () => number;
} {
  let produced = 0;
  const produce = (request: WireRequest<unknown>): ProducedPartition[] => {
    const answer = answers[produced++] ?? new Error('One Produce request too many');
    if (answer === refusal) throw refusal;
    request.encode(new Writer(), request.maxVersion);
    if (answer instanceof Error) throw answer;
    return [{ ...written, ...answer }];
  };
  const answerTo = (request: WireRequest<unknown>): unknown => {
    if (request.apiName === 'Produce') return produce(request);
    if (isAway()) throw refusal;
    return metadata;
  };
  const send = (_target: unknown, request: WireRequest<unknown>): Promise<unknown> =>
    Promise.resolve().then(() => answerTo(request));
  const profile = { name: 'stand-in', bootstrapServers: [] };
  return { client: { send, profile } as unknown as ClusterClient, produced: () => produced };
}

const written: ProducedPartition = {
  topic: standInTopic,
  partition: 0,
  errorCode: 0,
  errorText: null,
  baseOffset: -1n,
  logAppendTimeMs: -1n,
  recordErrors: [],
};

const partition = {
  errorCode: 0,
  partition: 0,
  leader: 1,
  leaderEpoch: 0,
  replicas: [1],
  inSyncReplicas: [1],
  offlineReplicas: [],
};

const metadata = {
  clusterId: 'stand-in',
  controllerId: 1,
  brokers: [],
  topics: [
    { errorCode: 0, name: standInTopic, id: undefined, internal: false, partitions: [partition] },
  ],
};
