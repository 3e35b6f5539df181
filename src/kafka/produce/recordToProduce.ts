import type { CodecName } from '../../core/codec/codec.ts';
import type { ProducerIdentity } from './producerIdentity.ts';
import type { Acks } from '../wire/produce.ts';

/** A record to write. `null` is no key, or a tombstone; an empty array is an empty key or value. */
export interface RecordToProduce {
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  /** In this order; a name may come more than once. */
  readonly headers?: readonly (readonly [name: string, value: Uint8Array | null])[] | undefined;
  /** Instead of the partitioner's choice. */
  readonly partition?: number | undefined;
  /** Whole ms since 1970; now when left out. */
  readonly timestampMs?: number | undefined;
}

/** How records are sent. */
export interface ProduceOptions {
  /** Who must have a record before it counts as written; all in-sync replicas (−1) when left out. */
  readonly acks?: Acks | undefined;
  readonly compression?: CodecName | undefined;
  /** Lets the brokers drop what is sent twice; only with acks −1. */
  readonly identity?: ProducerIdentity | undefined;
  /** How long one batch may take from its first attempt, retries included; 30,000 when left out. */
  readonly timeoutMs?: number | undefined;
}
