import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/**
 * One request of Kafka's protocol with the decoder of its response. The version is chosen per broker: the
 * highest that both sides know, at least `minVersion` (else `KafkaError('versionUnsupported')`). Field order
 * and version history: Kafka's message definitions (`clients/src/main/resources/common/message`).
 */
export interface WireRequest<T> {
  /** Number of the API, as in `org.apache.kafka.common.protocol.ApiKeys`. */
  readonly apiKey: number;
  /** Name of the API, for log lines and errors. */
  readonly apiName: string;
  readonly minVersion: number;
  readonly maxVersion: number;
  /** First version with compact lengths and tagged fields; none when left out. */
  readonly flexibleFrom?: number;
  /** ApiVersions alone keeps the old response header in flexible versions, so that any client can read it. */
  readonly plainResponseHeader?: boolean;
  /** False when the broker sends no answer (Produce with acks 0): the send resolves once it is written. */
  readonly expectsResponse?: boolean;
  /** False for what must not be sent twice when the connection breaks before the answer (it writes). */
  readonly repeatable?: boolean;
  /** True for a Fetch that does not wait behind others: it goes over the connection of everything else. */
  readonly besideFetches?: boolean;
  encode(writer: Writer, version: number): void;
  decode(reader: Reader, version: number): T;
}
