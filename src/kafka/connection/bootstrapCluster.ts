import { KafkaError } from '../../core/kafkaError.ts';
import type { BrokerLink } from '../wire/brokerLink.ts';
import { type MetadataBroker, metadataRequest, type MetadataResponse } from '../wire/metadata.ts';
import { type ClusterDirectory, directoryOf } from './clusterDirectory.ts';
import { formatHostAndPort, type HostAndPort } from './clusterProfile.ts';
import { givenUp, openLink } from './openLink.ts';
import { probeBootstrap } from './probeBootstrap.ts';
import { settle } from './settle.ts';

/** What connecting to a cluster needs. */
export interface BootstrapOptions {
  readonly servers: readonly string[];
  /** For all of it together. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Makes a link that is not yet connected. */
  readonly newLink: (target: HostAndPort) => BrokerLink;
}

/** A cluster that was found, with the links that are open to it. */
export interface BootstrappedCluster {
  readonly directory: ClusterDirectory;
  readonly links: ReadonlyMap<number, BrokerLink>;
  /** Open to an address that no broker goes by; kept only when there is nothing better. */
  readonly spare: BrokerLink | undefined;
}

/** Of many brokers as many are tried at once as should tell whether they can be reached at all. */
const triedAtOnce = 5;
const leastMs = 500;

/**
 * Finds a cluster through the first bootstrap server that works and makes sure that a broker can be reached
 * where it says it listens. Rejects within `timeoutMs` (half a second more at worst) with a KafkaError whose
 * reason tells what was found instead.
 */
export async function bootstrapCluster(options: BootstrapOptions): Promise<BootstrappedCluster> {
  const { servers, timeoutMs, signal, newLink } = options;
  const deadlineMs = Date.now() + timeoutMs;
  const leftMs = (): number => Math.max(deadlineMs - Date.now(), leastMs);
  const target = await probeBootstrap(servers, timeoutMs, signal);
  const link = await openLink(newLink(target), leftMs(), signal);
  try {
    const directory = directoryOf(await askMetadata(link, leftMs(), signal));
    const brokers = [...directory.brokers.values()];
    const itself = brokers.find(({ host, port }) => host === target.host && port === target.port);
    if (itself) return { directory, links: new Map([[itself.id, link]]), spare: undefined };
    if (brokers.length === 0) return { directory, links: new Map(), spare: link };
    const open = (broker: MetadataBroker) => openLink(newLink(broker), leftMs(), signal);
    const reached = await reachOne(brokers.slice(0, triedAtOnce), open, link);
    link.close(givenUp(link));
    return { directory, links: new Map([reached]), spare: undefined };
  } catch (error) {
    link.close(givenUp(link));
    throw error;
  }
}

async function askMetadata(
  link: BrokerLink,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<MetadataResponse> {
  const details = { address: link.address };
  try {
    return await settle(link.send(metadataRequest([])), {
      signals: [signal],
      timeoutMs,
      timeoutError: () =>
        new KafkaError('requestTimeout', `${link.address} did not answer Metadata`, { details }),
    });
  } catch (cause) {
    if (!(cause instanceof KafkaError) || cause.reason !== 'connectionClosed') throw cause;
    // It spoke Kafka a moment ago: so a broker does that wants a login first.
    const message = `${link.address} closed the connection after the handshake`;
    throw new KafkaError('authenticationRequired', message, { details, cause });
  }
}

/** The first broker that can be reached at the address that it advertises; the others are let go. */
async function reachOne(
  brokers: readonly MetadataBroker[],
  open: (broker: MetadataBroker) => Promise<BrokerLink>,
  bootstrap: BrokerLink,
): Promise<[number, BrokerLink]> {
  let found = false;
  const attempts = brokers.map(async (broker): Promise<[number, BrokerLink]> => {
    const link = await open(broker);
    if (found) link.close(givenUp(link));
    found = true;
    return [broker.id, link];
  });
  try {
    return await Promise.any(attempts);
  } catch (error) {
    const [cause] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
    if (cause instanceof Error && !(cause instanceof KafkaError)) throw cause;
    const advertised = brokers.map(formatHostAndPort).join(', ');
    throw new KafkaError(
      'advertisedUnreachable',
      `${bootstrap.address} answers, but its brokers advertise ${advertised}, which cannot be reached`,
      { details: { bootstrap: bootstrap.address, advertised }, cause },
    );
  }
}
