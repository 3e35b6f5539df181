import type { FilterProblem, FoundRow, TailCalls, TailPushes } from '../../src/protocol/tail.ts';
import type { TailFilter } from '../../src/protocol/tailPlan.ts';
import type { RpcClient } from '../shared/rpcClient.ts';
import { plainFilter } from './plainFilter.ts';

/** A pause in typing of so many ms. */
const pauseMs = 150;

/** What is known of a filter while it is being typed. */
export interface Probed {
  readonly problem?: FilterProblem | undefined;
  readonly found?: FoundRow;
}

/** Asks the host about a filter whenever typing pauses: whether it can be understood, and how many records match. */
export class FilterProbe {
  readonly #rpc: RpcClient<TailCalls, TailPushes>;
  readonly #told: (probed: Probed) => void;
  #timer: number | undefined;
  #asking = new AbortController();

  /** @param told called with what is known, and with nothing as soon as that is no longer true */
  constructor(rpc: RpcClient<TailCalls, TailPushes>, told: (probed: Probed) => void) {
    this.#rpc = rpc;
    this.#told = told;
  }

  /** The filter has become another one; undefined for none. */
  typed(filter: TailFilter | undefined): void {
    window.clearTimeout(this.#timer);
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#told({});
    if (!filter) return;
    const { signal } = this.#asking;
    this.#timer = window.setTimeout(() => {
      // What could not be asked is told when the filter is used.
      this.#ask(filter, signal).then(
        (probed) => {
          if (!signal.aborted) this.#told(probed);
        },
        () => undefined,
      );
    }, pauseMs);
  }

  async #ask(filter: TailFilter, signal: AbortSignal): Promise<Probed> {
    const plain = plainFilter(filter);
    if (!plain) return { problem: await this.#rpc.call('check', { filter }, signal) };
    const found = await this.#rpc.call('find', { filter: plain, row: 0, backwards: false }, signal);
    return { found: { count: found.count } };
  }
}
