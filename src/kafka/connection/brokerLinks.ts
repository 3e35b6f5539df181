import { BrokerLink, type BrokerLinkOptions } from '../wire/brokerLink.ts';
import { loadKafkajs, type MakeBroker } from '../wire/loadKafkajs.ts';
import type { MetadataBroker } from '../wire/metadata.ts';
import { bootstrapCluster } from './bootstrapCluster.ts';
import type { ClusterDirectory } from './clusterDirectory.ts';
import { formatHostAndPort, type HostAndPort } from './clusterProfile.ts';
import { givenUp, openLink } from './openLink.ts';

/**
 * The connections of one client: a link to each broker that it has talked to, made anew where the last one broke.
 * Time limits are those of connecting.
 */
export class BrokerLinks {
  readonly #options: Omit<BrokerLinkOptions, keyof HostAndPort>;
  readonly #closing: AbortSignal;
  readonly #links = new Map<number, BrokerLink>();
  /** To an address that no broker goes by. */
  #spare: BrokerLink | undefined;

  /** @param closing aborted when the client is closed: ends what connects */
  constructor(options: Omit<BrokerLinkOptions, keyof HostAndPort>, closing: AbortSignal) {
    this.#options = options;
    this.#closing = closing;
  }

  /** The link to a broker, while it is connected. */
  connectedTo(id: number): BrokerLink | undefined {
    const link = this.#links.get(id);
    return link?.connected === true ? link : undefined;
  }

  /** Whichever link is connected. */
  connected(): BrokerLink | undefined {
    return [...this.#links.values(), this.#spare].find((link) => link?.connected === true);
  }

  /** Connects to a broker where it says that it listens; rejects with a KafkaError that tells why not. */
  async open(broker: MetadataBroker): Promise<BrokerLink> {
    const makeBroker = await loadKafkajs();
    let link = this.#links.get(broker.id);
    if (link?.usable !== true || link.address !== formatHostAndPort(broker)) {
      link?.close(givenUp(link));
      link = this.#make(broker, makeBroker);
      this.#links.set(broker.id, link);
    }
    return openLink(link, this.#options.connectTimeoutMs, this.#closing);
  }

  /** Finds the cluster by its bootstrap servers, as {@link bootstrapCluster}, and keeps the links that this opened. */
  async bootstrap(servers: readonly string[]): Promise<ClusterDirectory> {
    const makeBroker = await loadKafkajs();
    const { directory, links, spare } = await bootstrapCluster({
      servers,
      timeoutMs: this.#options.connectTimeoutMs,
      signal: this.#closing,
      newLink: (target) => this.#make(target, makeBroker),
    });
    for (const [id, link] of links) {
      const former = this.#links.get(id);
      former?.close(givenUp(former));
      this.#links.set(id, link);
    }
    this.#spare?.close(givenUp(this.#spare));
    this.#spare = spare;
    return directory;
  }

  /** Drops every socket at once; what waits for an answer rejects with `reason`. */
  close(reason: Error): void {
    for (const link of this.#links.values()) link.close(reason);
    this.#spare?.close(reason);
  }

  #make({ host, port }: HostAndPort, makeBroker: MakeBroker): BrokerLink {
    return new BrokerLink({ ...this.#options, host, port }, makeBroker);
  }
}
