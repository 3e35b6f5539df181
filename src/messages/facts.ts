import type { KafkaErrorDetails } from '../core/kafkaError.ts';

/** The details of an error, ready for sentences. */
export interface Facts {
  /** A fact as text; empty when it is not known. */
  text(name: string): string;
  /** True when the fact is known. */
  has(name: string): boolean;
}

/** Wraps the details of a KafkaError. */
export function factsOf(details: KafkaErrorDetails): Facts {
  return {
    text: (name) => String(details[name] ?? ''),
    has: (name) => details[name] !== undefined && details[name] !== '',
  };
}
