import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks until the answer passes, and returns it: for what nothing tells of.
 *
 * @throws Error with the last answer when the limit has passed
 */
export async function until<T>(
  ask: () => Promise<T>,
  passes: (answer: T) => boolean,
  limitMs = 30_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (passes(answer)) return answer;
    if (Date.now() > end) {
      const text = JSON.stringify(answer, (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      );
      throw new Error(`This did not come about: ${text}`);
    }
    await delay(100);
  }
}
