import { KafkaError } from '../core/kafkaError.ts';
import type { LocalNode } from './brokerProperties.ts';

/**
 * Why a broker did not start, read from the end of its log.
 *
 * @param what what happened, as a sentence: "The broker ended with code 1."
 */
export function brokerFailure(what: string, node: LocalNode, log: string): KafkaError {
  if (/BindException|Address already in use/.test(log)) {
    const port = log.includes(`:${node.controllerPort}`) ? node.controllerPort : node.port;
    return new KafkaError('portInUse', `Port ${port} is in use by another program.`, {
      details: { port },
    });
  }
  const cause = knownCauses.find(({ pattern }) => pattern.test(log))?.sentence ?? what;
  return new KafkaError('localBrokerFailed', `${cause}\n${log}`.trimEnd(), {
    details: { broker: node.id, cause, log },
  });
}

const knownCauses = [
  {
    pattern: /Failed to acquire lock on file \.lock/,
    sentence: 'Another Kafka broker is running in the same folder.',
  },
  { pattern: /No space left on device/, sentence: 'The disk is full.' },
  {
    pattern: /Could not find or load main class|ClassNotFoundException/,
    sentence: "Kafka's jar files are incomplete.",
  },
  {
    pattern: /OutOfMemoryError|Could not reserve enough space/,
    sentence: 'There is not enough memory for the broker.',
  },
];
