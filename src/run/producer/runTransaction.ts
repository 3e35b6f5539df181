import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import { idempotentProducer, type ProducerIdentity } from '../../kafka/produce/producerIdentity.ts';
import { Transaction, transactionFailure } from '../../kafka/produce/transaction.ts';
import type { BlockResult } from '../blockResult.ts';
import type { ProducerSettings } from './producerSettings.ts';

/** A run that is over, or was cancelled, still ends its transaction, but not for ever. */
const endLimitMs = 30_000;

/** What a run's records are written with; undefined for an ordinary producer. */
export async function identityOf(
  { idempotent, transaction }: ProducerSettings,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<ProducerIdentity | undefined> {
  if (transaction !== undefined) return Transaction.begin(client, signal);
  return idempotent ? idempotentProducer(client, signal) : undefined;
}

/**
 * Runs `work` and ends the transaction it writes in: as the block says where all went well, else it is aborted.
 * `told` hears what became of it, before this rejects with the work's error or with that of ending.
 */
export async function inTransaction(
  identity: ProducerIdentity | undefined,
  wanted: ProducerSettings['transaction'],
  work: () => Promise<void>,
  told: (outcome: NonNullable<BlockResult['transaction']>) => void,
): Promise<void> {
  if (!(identity instanceof Transaction)) {
    await work();
    return;
  }
  const end = async (how: 'commit' | 'abort'): Promise<void> => {
    told('unknown');
    try {
      await identity.end(how, AbortSignal.timeout(endLimitMs));
    } catch (error) {
      throw transactionFailure(error, identity.minutes);
    }
    told(how === 'commit' ? 'committed' : 'aborted');
  };
  try {
    await work();
  } catch (error) {
    // Why it failed is the news; that the abort failed as well is told by the outcome.
    await end('abort').catch(() => undefined);
    throw transactionFailure(error, identity.minutes);
  }
  await end(wanted ?? 'commit');
}
