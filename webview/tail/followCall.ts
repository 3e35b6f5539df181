import type { TailCalls, TailPushes } from '../../src/protocol/tail.ts';
import { maxRowsPerCall } from '../../src/protocol/tailChecks.ts';
import type { RpcClient } from '../shared/rpcClient.ts';
import type { Viewport } from './viewport.ts';

/** Tells the host how many of the newest rows to send along, whenever that changes. */
export class FollowCall {
  readonly #rpc: RpcClient<TailCalls, TailPushes>;
  #told = 0;

  constructor(rpc: RpcClient<TailCalls, TailPushes>) {
    this.#rpc = rpc;
  }

  update({ following, visible }: Viewport): void {
    const rows = following ? Math.min(maxRowsPerCall, Math.ceil(visible) + 1) : 0;
    if (rows === this.#told) return;
    this.#told = rows;
    // Refused or not: without it the page asks for its rows as always.
    this.#rpc.call('follow', { rows }).catch(() => undefined);
  }
}
