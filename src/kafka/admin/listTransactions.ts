import type { ClusterClient } from '../connection/clusterClient.ts';
import { throwIfFailed } from '../wire/brokerError.ts';
import { listTransactionsRequest } from '../wire/listTransactions.ts';
import { atBroker } from './atCoordinator.ts';
import { describeCluster } from './describeCluster.ts';

/** A transactional id, its state, and the broker that coordinates it. */
export interface TransactionListing {
  readonly transactionalId: string;
  readonly producerId: bigint;
  readonly state: string;
  readonly coordinator: number;
}

/** The transactional ids of all brokers, by name. Rejects with `versionUnsupported` before Kafka 3.0. */
export async function listTransactions(
  client: ClusterClient,
  signal?: AbortSignal,
): Promise<TransactionListing[]> {
  const { brokers } = await describeCluster(client, signal);
  const found = await Promise.all(
    brokers.map(({ id }) =>
      atBroker(id, signal, async (coordinator) => {
        const answer = await client.send(coordinator, listTransactionsRequest(), { signal });
        throwIfFailed(answer.errorCode, { broker: coordinator });
        return answer.transactions.map((one) => ({ ...one, coordinator }));
      }),
    ),
  );
  return found.flat().sort((a, b) => (a.transactionalId < b.transactionalId ? -1 : 1));
}
