import { KafkaError } from '../../core/kafkaError.ts';
import type { BrokerLink } from '../wire/brokerLink.ts';
import { settle } from './settle.ts';

/** Connects a link within a time limit; a link that does not connect is closed. */
export async function openLink(
  link: BrokerLink,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<BrokerLink> {
  try {
    await settle(link.connect(), {
      signals: [signal],
      timeoutMs,
      timeoutError: () =>
        new KafkaError('connectionTimeout', `${link.address} did not answer in ${timeoutMs} ms`, {
          details: { address: link.address, timeoutMs },
        }),
    });
    return link;
  } catch (error) {
    link.close(givenUp(link));
    throw error;
  }
}

/** For whatever still waits on a link that is closed because it is of no use any more. */
export function givenUp({ address }: BrokerLink): KafkaError {
  return new KafkaError('connectionClosed', `The connection to ${address} was given up`, {
    details: { address },
  });
}
