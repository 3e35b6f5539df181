/** A timer that is set for longer fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Resolves after `ms` milliseconds (at once where that is not above 0); rejects when aborted. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  for (let left = ms; left > 0; left -= longestTimerMs) {
    await oneTimer(Math.min(left, longestTimerMs), signal);
  }
}

async function oneTimer(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal.addEventListener('abort', abort, { once: true });
  });
}
