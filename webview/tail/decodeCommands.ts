import type { TriedDecoder } from '../../src/protocol/recordDetails.ts';
import type { DecodedPart, TailCalls, TailPushes } from '../../src/protocol/tail.ts';
import type { ChosenDecoders, TailLook } from '../../src/protocol/tailLook.ts';
import type { RpcClient } from '../shared/rpcClient.ts';

export interface DecodeContext {
  /** Another choice holds from now on: remember it, then draw what is shown anew. */
  changed(): void;
  fail(error: unknown): void;
}

/** How the topic's keys and values are decoded: the choice, and how the user makes it. */
export class DecodeCommands {
  chosen: ChosenDecoders;
  readonly #rpc: RpcClient<TailCalls, TailPushes>;
  readonly #context: DecodeContext;

  constructor(
    rpc: RpcClient<TailCalls, TailPushes>,
    chosen: ChosenDecoders,
    context: DecodeContext,
  ) {
    this.#rpc = rpc;
    this.chosen = chosen;
    this.#context = context;
  }

  /** What there is to remember. */
  get look(): Pick<TailLook, 'decoders'> {
    return Object.keys(this.chosen).length === 0 ? {} : { decoders: this.chosen };
  }

  /** @param decoder undefined for automatic */
  choose(part: DecodedPart, decoder: string | undefined): void {
    const { [part]: before, ...others } = this.chosen;
    if (decoder === before) return;
    this.chosen = decoder === undefined ? others : { ...others, [part]: decoder };
    this.#context.changed();
  }

  /** What every decoder makes of a row's key or value; nothing where that cannot be told. */
  async tried(part: DecodedPart, row: number | undefined): Promise<readonly TriedDecoder[]> {
    if (row === undefined) return [];
    return this.#rpc.call('tryDecoders', { row, part }).catch(() => []);
  }

  /** Lets the user choose in VS Code. */
  ask(part: DecodedPart): void {
    const now = this.chosen[part];
    this.#rpc.call('askDecoder', { part, ...(now !== undefined && { now }) }).then(
      (picked) => {
        if (picked) this.choose(part, picked.decoder);
      },
      (error: unknown) => this.#context.fail(error),
    );
  }
}
