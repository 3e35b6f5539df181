import type { TailCalls, TailPushes } from '../../src/protocol/tail.ts';
import type { TailLook } from '../../src/protocol/tailLook.ts';
import type { RpcClient } from '../shared/rpcClient.ts';

export interface LookContext {
  /** What has a part in how the records are shown. */
  parts(): readonly { readonly look: TailLook }[];
  /** The fields that have a column. */
  fields(): readonly string[];
  /** The host tells other things of the same rows now. */
  changed(): void;
  fail(error: unknown): void;
}

/** Keeps with the host, for the topic's next view, how the records are shown. */
export class LookMemory {
  readonly #rpc: RpcClient<TailCalls, TailPushes>;
  readonly #context: LookContext;
  /** The fields that rows carry. */
  #fields: readonly string[];

  constructor(rpc: RpcClient<TailCalls, TailPushes>, context: LookContext) {
    this.#rpc = rpc;
    this.#context = context;
    this.#fields = context.fields();
  }

  /** @param anew the same rows are decoded otherwise from now on */
  remember(anew = false): void {
    const fields = this.#context.fields();
    const more = fields.some((path) => !this.#fields.includes(path));
    this.#fields = fields;
    const parts = this.#context.parts().map(({ look }) => look);
    const look = parts.reduce<TailLook>((all, part) => ({ ...all, ...part }), {});
    this.#rpc.call('remember', { look }).then(
      () => {
        // Rows that came before the answer lack the new column, or are decoded as before.
        if (more || anew) this.#context.changed();
      },
      (error: unknown) => this.#context.fail(error),
    );
  }
}
