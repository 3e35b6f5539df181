import type { ClusterClient } from '../connection/clusterClient.ts';
import { errorCodeOf, throwIfFailed } from '../wire/brokerError.ts';
import { findCoordinatorRequest } from '../wire/findCoordinator.ts';
import { delay } from './delay.ts';

/** The coordinator is being elected, is loading the group, or has moved. */
const passing = new Set([14, 15, 16]);
const firstDelayMs = 50;
const attempts = 7;

/**
 * Runs `ask` with the id of the broker that coordinates a group, `known` first where it is given. While the
 * coordinator is unavailable or moving it is found anew and asked again, for about three seconds.
 */
export async function atCoordinator<T>(
  client: ClusterClient,
  group: string,
  known: number | undefined,
  signal: AbortSignal | undefined,
  ask: (broker: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const broker =
        attempt === 1 && known !== undefined ? known : await find(client, group, signal);
      return await ask(broker);
    } catch (error) {
      if (attempt === attempts || !passing.has(errorCodeOf(error) ?? 0)) throw error;
    }
    await delay(firstDelayMs * 2 ** (attempt - 1), signal);
  }
}

async function find(
  client: ClusterClient,
  group: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const request = findCoordinatorRequest(group);
  const { errorCode, errorText, brokerId } = await client.send('any', request, { signal });
  throwIfFailed(errorCode, { group, text: errorText });
  return brokerId;
}
