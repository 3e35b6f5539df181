import type { TailCalls, TailPushes } from '../../src/protocol/tail.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { fill } from '../shared/formats.ts';
import { CallCancelled, type RpcClient } from '../shared/rpcClient.ts';
import type { Details } from './details.ts';
import type { RowSource } from './rowSource.ts';

/** Fetches the selected record for the details pane; the one before is given up. */
export class DetailsLoader {
  readonly #rpc: RpcClient<TailCalls, TailPushes>;
  readonly #pane: Details;
  readonly #source: RowSource;
  readonly #strings: TailStrings;
  #running = new AbortController();

  constructor(
    rpc: RpcClient<TailCalls, TailPushes>,
    pane: Details,
    source: RowSource,
    strings: TailStrings,
  ) {
    this.#rpc = rpc;
    this.#pane = pane;
    this.#source = source;
    this.#strings = strings;
  }

  /** Shows row `row`, or why it cannot be shown; settles when that stands there. */
  async load(row: number): Promise<void> {
    this.#cancel();
    const { signal } = this.#running;
    if (this.#showUnreadable(row)) return;
    this.#pane.expect();
    try {
      const { form } = this.#pane;
      const as = form === 'decoded' ? {} : { as: form };
      const details = await this.#rpc.call('details', { row, ...as }, signal);
      if (details) this.#pane.show(details);
      else if (!this.#showUnreadable(row)) this.#pane.showMessage(this.#strings.recordGone);
    } catch (error) {
      if (error instanceof CallCancelled) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#pane.showMessage(fill(this.#strings.detailsFailed, reason));
    }
  }

  /** Shows it anew, where one is shown. */
  reload(row: number | undefined): void {
    if (row !== undefined && this.#pane.isOpen) void this.load(row);
  }

  /** Nothing is shown any more, and nothing will be. */
  close(): void {
    this.#cancel();
    this.#pane.close();
  }

  #cancel(): void {
    this.#running.abort();
    this.#running = new AbortController();
  }

  #showUnreadable(row: number): boolean {
    const data = this.#source.get(row);
    if (data?.kind !== 'error') return false;
    this.#pane.showUnreadable(data);
    return true;
  }
}
