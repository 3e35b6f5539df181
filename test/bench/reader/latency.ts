import { runChild } from './runChild.ts';

/** From the call that produces a record to that record in hand of a tail, in ms. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** Produces `rounds` single records, one after another, to a topic that is tailed by the same process. */
export function measureLatency(bootstrap: string, rounds: number): Promise<Latency> {
  return runChild<Latency>('latencyChild.ts', { bootstrap, rounds });
}
