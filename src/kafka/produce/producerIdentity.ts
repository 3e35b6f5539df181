import { atBroker } from '../admin/atCoordinator.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { throwIfFailed } from '../wire/brokerError.ts';
import { initProducerIdRequest, type ProducerId } from '../wire/initProducerId.ts';

/**
 * Whom the brokers know a writer by: with it they drop what is sent a second time, so that a batch whose answer
 * was lost can be sent again.
 */
export interface ProducerIdentity extends ProducerId {
  /** Present where what is written belongs to a transaction. */
  readonly transactionalId?: string;
  /** Called before anything is sent to these partitions; asks the cluster about each once. */
  admit?(topic: string, partitions: readonly number[], signal?: AbortSignal): Promise<void>;
}

/** A new identity without transactions. */
export async function idempotentProducer(
  client: ClusterClient,
  signal: AbortSignal,
): Promise<ProducerIdentity> {
  return atBroker('any', signal, async (broker) => {
    const answer = await client.send(broker, initProducerIdRequest(), { signal });
    throwIfFailed(answer.errorCode);
    return { producerId: answer.producerId, epoch: answer.epoch };
  });
}
