import { KafkaError } from '../../core/kafkaError.ts';

/**
 * The rejection of an aborted operation (see `isAbort`). A time limit that the caller set by
 * `AbortSignal.timeout` is `KafkaError('requestTimeout')`; any other Error given as the reason is kept.
 */
export function abortError(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  if (!(reason instanceof Error)) {
    return new DOMException('The operation was aborted', 'AbortError');
  }
  if (reason.name !== 'TimeoutError') return reason;
  return new KafkaError('requestTimeout', 'The time limit of the operation was reached', {
    cause: reason,
  });
}

/** What may end a wait before the promise does. */
export interface SettleOptions {
  readonly signals: readonly (AbortSignal | undefined)[];
  readonly timeoutMs?: number;
  /** Makes the error of a wait that took `timeoutMs`. */
  readonly timeoutError?: () => Error;
}

/**
 * Waits for `promise`, at most until a signal aborts or the time is up; the promise itself goes on unheard.
 * Listeners and timer are gone when this returns, however long the signals live.
 */
export async function settle<T>(promise: Promise<T>, options: SettleOptions): Promise<T> {
  const signals = options.signals.filter((signal) => signal !== undefined);
  let stop: () => void = () => undefined;
  const early = new Promise<never>((_resolve, reject) => {
    const onAbort = (): void => {
      const aborted = signals.find((signal) => signal.aborted);
      if (aborted) reject(abortError(aborted));
    };
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            reject(options.timeoutError?.() ?? new Error('Timed out'));
          }, options.timeoutMs);
    for (const signal of signals) signal.addEventListener('abort', onAbort, { once: true });
    stop = () => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', onAbort);
    };
    onAbort();
  });
  try {
    return await Promise.race([promise, early]);
  } finally {
    stop();
  }
}
