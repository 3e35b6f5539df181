import { setTimeout as sleep } from 'node:timers/promises';

const firstRetryMs = 50;
const lastRetryMs = 1_000;
/** Partitions that were added, or a topic that was created anew, are noticed after that long. */
const lookAroundMs = 10_000;

/** When a read looks at its topic again: now and then, and soon after something was lost. */
export class Lookout {
  #wake = Promise.withResolvers<undefined>();
  #retryMs = firstRetryMs;
  #lookedMs = -Infinity;

  /** Something was lost. */
  wake(): void {
    this.#wake.resolve(undefined);
  }

  /**
   * Settles when it is time to look.
   * @param isLost whether something is lost now; what is lost again at once is given time, more each time
   * @throws AbortError
   */
  async next(isLost: () => boolean, signal: AbortSignal): Promise<void> {
    if (!isLost()) {
      const over = new AbortController();
      const quiet = sleep(lookAroundMs, 'quiet', {
        signal: AbortSignal.any([signal, over.signal]),
      });
      const heard = await Promise.race([quiet, this.#wake.promise]);
      over.abort();
      quiet.catch(() => undefined);
      if (heard === 'quiet') this.#retryMs = firstRetryMs;
    }
    this.#wake = Promise.withResolvers<undefined>();
    const soonMs = this.#lookedMs + this.#retryMs - performance.now();
    if (soonMs > 0) await sleep(soonMs, undefined, { signal });
    if (isLost()) this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
    this.#lookedMs = performance.now();
  }
}
