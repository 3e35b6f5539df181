import type { ClusterClient } from '../connection/clusterClient.ts';
import { errorCodeOf, throwIfFailed } from '../wire/brokerError.ts';
import { findCoordinatorRequest } from '../wire/findCoordinator.ts';
import { delay } from './delay.ts';

/** The coordinator is being elected, is loading what it coordinates, or has moved. */
const passing = new Set([14, 15, 16]);
/** It is still ending the transaction before, too. */
const passingForTransactions = new Set([...passing, 51]);
const firstDelayMs = 50;
const attempts = 7;

/**
 * Runs `ask` with the id of the broker that coordinates a group, `known` first where it is given. While the
 * coordinator is unavailable or moving it is found anew and asked again, for about three seconds.
 */
export function atCoordinator<T>(
  client: ClusterClient,
  group: string,
  known: number | undefined,
  signal: AbortSignal | undefined,
  ask: (broker: number) => Promise<T>,
): Promise<T> {
  const find = async (): Promise<number> => {
    const { errorCode, errorText, brokerId } = await client.send(
      'any',
      findCoordinatorRequest(group),
      { signal },
    );
    throwIfFailed(errorCode, { group, text: errorText });
    return brokerId;
  };
  return asked(known, find, ask, passing, signal);
}

/** As {@link atCoordinator}, of a transactional id. */
export function atTransactionCoordinator<T>(
  client: ClusterClient,
  transactionalId: string,
  signal: AbortSignal | undefined,
  ask: (broker: number) => Promise<T>,
): Promise<T> {
  const find = async (): Promise<number> => {
    const request = findCoordinatorRequest(transactionalId, 'transaction');
    const { errorCode, errorText, brokerId } = await client.send('any', request, { signal });
    throwIfFailed(errorCode, { text: errorText });
    return brokerId;
  };
  return asked(undefined, find, ask, passingForTransactions, signal);
}

/**
 * Runs `ask`, which this broker or `any` answers by itself; one that is still loading what it coordinates is asked
 * again, as in {@link atCoordinator}.
 */
export function atBroker<T, Broker extends number | 'any'>(
  broker: Broker,
  signal: AbortSignal | undefined,
  ask: (broker: Broker) => Promise<T>,
): Promise<T> {
  return asked(broker, () => Promise.resolve(broker), ask, passing, signal);
}

async function asked<T, Broker>(
  known: Broker | undefined,
  find: () => Promise<Broker>,
  ask: (broker: Broker) => Promise<T>,
  passingCodes: ReadonlySet<number>,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(attempt === 1 && known !== undefined ? known : await find());
    } catch (error) {
      if (attempt === attempts || !passingCodes.has(errorCodeOf(error) ?? 0)) throw error;
    }
    await delay(firstDelayMs * 2 ** (attempt - 1), signal);
  }
}
