import { isAbort, KafkaError, type KafkaErrorReason } from '../../core/kafkaError.ts';
import { type HostAndPort, parseHostAndPort } from './clusterProfile.ts';
import { probeAddress } from './probeAddress.ts';
import { abortError } from './settle.ts';

/** After this long without an answer the next address is asked too. */
const staggerMs = 300;

/** Most telling first: what answered says more than what did not. */
const telling: readonly KafkaErrorReason[] = [
  'speaksTls',
  'speaksHttp',
  'notKafka',
  'connectionSilent',
  'connectionClosed',
  'connectionRefused',
  'connectionTimeout',
  'hostNotFound',
];

/**
 * Finds the first bootstrap server that a Kafka broker answers at, asking them in order and together when one
 * takes long. Rejects within `timeoutMs`, when none works, with the most telling of their errors.
 */
export async function probeBootstrap(
  servers: readonly string[],
  timeoutMs: number,
  signal: AbortSignal,
): Promise<HostAndPort> {
  if (servers.length === 0) {
    throw new KafkaError('addressInvalid', 'The cluster has no bootstrap server', {
      details: { address: '' },
    });
  }
  const targets = servers.map(parseHostAndPort);
  const over = new AbortController();
  const stop = (): void => {
    over.abort();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await firstToAnswer(targets, Date.now() + timeoutMs, over.signal);
  } catch (error) {
    if (signal.aborted) throw abortError(signal);
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function firstToAnswer(
  targets: readonly HostAndPort[],
  deadlineMs: number,
  signal: AbortSignal,
): Promise<HostAndPort> {
  return new Promise((resolve, reject) => {
    const errors: unknown[] = [];
    let next = 0;
    let timer: NodeJS.Timeout | undefined;
    const startNext = (): void => {
      clearTimeout(timer);
      const target = targets[next++];
      if (!target || signal.aborted) return;
      timer = setTimeout(startNext, staggerMs);
      probeAddress(target, deadlineMs - Date.now(), signal).then(
        () => {
          clearTimeout(timer);
          resolve(target);
        },
        (error: unknown) => {
          errors.push(error);
          if (errors.length === targets.length || isAbort(error)) {
            clearTimeout(timer);
            reject(mostTelling(errors));
          } else startNext();
        },
      );
    };
    startNext();
  });
}

function mostTelling(errors: readonly unknown[]): Error {
  const rank = (error: unknown): number => {
    const place = error instanceof KafkaError ? telling.indexOf(error.reason) : -1;
    return place < 0 ? telling.length : place;
  };
  const [first] = [...errors].sort((a, b) => rank(a) - rank(b));
  return first instanceof Error ? first : new Error(String(first));
}
