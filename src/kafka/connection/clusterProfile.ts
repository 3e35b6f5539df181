import { KafkaError } from '../../core/kafkaError.ts';

/** A saved cluster: what is needed to reach it. Security comes later. */
export interface ClusterProfile {
  readonly name: string;
  /** Each `host:port`, IPv6 as `[::1]:9092`; any one of them leads to the whole cluster. */
  readonly bootstrapServers: readonly string[];
  /** What brokers log and bill us under; `kafka-workbench` when left out. */
  readonly clientId?: string;
  /** Whether it may be written to: when left out, without further questions. */
  readonly access?: ClusterAccess;
  /** Where we are (`client.rack`): replicas nearby are then read instead of leaders, if the cluster knows. */
  readonly rack?: string;
  /** The most that one read takes from it in a second; no bound when left out. */
  readonly readBytesPerSecond?: number;
}

/** `readOnly`: nothing is written to it from here; `production`: only once somebody has confirmed it. */
export type ClusterAccess = 'readOnly' | 'production';

/** One address taken apart; `host` without brackets. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

const defaultPort = 9092;
const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i;
const bracketed = /^\[([0-9a-f:.%a-z]+)\](?::(\d+))?$/i;
const plain = /^([^\s:/[\]]+)(?::(\d+))?$/;

/**
 * Takes a comma- or space-separated list apart, as people type it: the port may be left out (9092), a
 * listener prefix (`PLAINTEXT://`) is dropped, as Kafka's own configuration spells listeners that way.
 * Throws `KafkaError('addressInvalid')` with the part that is none.
 */
export function parseBootstrapServers(text: string): string[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.length === 0) throw invalid(text.trim());
  return [...new Set(parts.map((part) => formatHostAndPort(parseHostAndPort(part))))];
}

/** Takes one address apart; throws `KafkaError('addressInvalid')`. */
export function parseHostAndPort(address: string): HostAndPort {
  const bare = /^https?:/i.test(address) ? address : address.replace(withScheme, '');
  const match = bracketed.exec(bare) ?? plain.exec(bare);
  const host = match?.[1];
  const port = match?.[2] === undefined ? defaultPort : Number(match[2]);
  if (host === undefined || port < 1 || port > 65_535) throw invalid(address);
  return { host, port };
}

/** `host:port`, IPv6 in brackets. */
export function formatHostAndPort({ host, port }: HostAndPort): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function invalid(address: string): KafkaError {
  return new KafkaError('addressInvalid', `"${address}" is not an address of the form host:port`, {
    details: { address },
  });
}
