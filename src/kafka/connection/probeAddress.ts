import { KafkaError } from '../../core/kafkaError.ts';
import { socketError } from '../wire/socketError.ts';
import { askAddress, type Finding } from './askAddress.ts';
import { formatHostAndPort, type HostAndPort } from './clusterProfile.ts';
import { httpGreeting, kafkaGreeting, tlsGreeting } from './greetings.ts';
import { abortError } from './settle.ts';

/** How long a broker may think before we also try other languages; it goes on being waited for. */
const quietMs = 1_500;
/** How long those others get. */
const othersMs = 2_000;

/**
 * Finds out what listens at an address, by its first bytes: kafkajs waits for ever on a port that is silent
 * or speaks something else. Resolves when a Kafka broker answers an ApiVersions request; else rejects within
 * `timeoutMs` with the KafkaError that tells what was found.
 */
export async function probeAddress(
  target: HostAndPort,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const stop = (): void => {
    over.abort();
  };
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(stop, timeoutMs);
  if (signal.aborted) stop();
  try {
    const finding = await converse(target, over.signal);
    if (signal.aborted) throw abortError(signal);
    if (finding.kind !== 'kafka') throw errorOf(finding, formatHostAndPort(target), timeoutMs);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function converse(target: HostAndPort, signal: AbortSignal): Promise<Finding> {
  let quietTimer: NodeJS.Timeout | undefined;
  let becomeQuiet: () => void = () => undefined;
  const quiet = new Promise<void>((resolve) => (becomeQuiet = resolve));
  const asKafka = askAddress(target, kafkaGreeting(), signal, () => {
    quietTimer = setTimeout(becomeQuiet, quietMs);
  }).finally(() => {
    clearTimeout(quietTimer);
  });
  const first = await Promise.race([asKafka, quiet]);
  if (first && first.kind !== 'closed' && first.kind !== 'other') return first;
  // It hung up, keeps silent or answers something odd: does it speak what is most often found instead?
  const others = await askOthers(target, signal, asKafka);
  return others ?? asKafka;
}

/** The first sign of TLS or HTTP, or of Kafka after all. */
async function askOthers(
  target: HostAndPort,
  signal: AbortSignal,
  asKafka: Promise<Finding>,
): Promise<Finding | undefined> {
  const over = new AbortController();
  const stop = (): void => {
    over.abort();
  };
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(stop, othersMs);
  const telling = async (finding: Promise<Finding | undefined>): Promise<Finding> => {
    const found = await finding;
    if (found && ['tls', 'http', 'kafka'].includes(found.kind)) return found;
    throw new Error('Tells nothing');
  };
  const others = [
    askAddress(target, tlsGreeting(), over.signal),
    askAddress(target, httpGreeting(), over.signal),
  ];
  try {
    // While Kafka keeps silent it may still answer, but the others have had their time.
    const kafkaMeanwhile = Promise.race([asKafka, Promise.all(others).then(([first]) => first)]);
    return await Promise.any([...others, kafkaMeanwhile].map(telling));
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function errorOf(finding: Finding, address: string, timeoutMs: number): KafkaError {
  const options = { details: { address, timeoutMs } };
  switch (finding.kind) {
    case 'http':
      return new KafkaError('speaksHttp', `${address} speaks HTTP`, options);
    case 'tls':
      return new KafkaError('speaksTls', `${address} speaks TLS`, options);
    case 'closed':
      return new KafkaError('connectionClosed', `${address} closed the connection`, options);
    case 'silent':
      return new KafkaError(
        'connectionSilent',
        `${address} accepted the connection and did not answer in ${timeoutMs} ms`,
        options,
      );
    case 'failed':
      return socketError(finding.error, address);
    case 'other':
    case 'kafka':
      return new KafkaError('notKafka', `${address} does not speak Kafka's protocol`, options);
  }
}
