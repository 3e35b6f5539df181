import type {
  AnswerMessage,
  CallMap,
  HostMessage,
  PageMessage,
  PushMap,
} from '../../src/protocol/rpc.ts';

interface PendingCall {
  readonly resolve: (body: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The rejection of a call that the page itself gave up; never shown as an error. */
export class CallCancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'AbortError';
  }
}

/** The page's end of the conversation: typed calls that can be cancelled, and listeners for pushes. */
export class RpcClient<C extends CallMap<C>, P extends PushMap<P>> {
  readonly #post: (message: PageMessage) => void;
  readonly #pending = new Map<number, PendingCall>();
  readonly #listeners = new Map<string, (body: unknown) => void>();
  // A page that is shown again is a new one to VS Code, but not to the host: the answers to the page before
  // must not meet calls of this one.
  #lastId = Math.floor(Math.random() * 2 ** 40);

  /** @param post sends one message to the host (`VscodeApi.postMessage`) */
  constructor(post: (message: PageMessage) => void) {
    this.#post = post;
  }

  /**
   * @throws CallCancelled once `signal` aborts (the host is told, a late answer is ignored)
   * @throws Error with the host's sentence for the user
   */
  call<K extends keyof C & string>(
    name: K,
    body: C[K]['in'],
    signal?: AbortSignal,
  ): Promise<C[K]['out']> {
    if (signal?.aborted) return Promise.reject(new CallCancelled());
    const id = ++this.#lastId;
    return new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      signal?.addEventListener('abort', () => this.#cancel(id), { once: true });
      this.#post({ type: 'call', id, name, body });
    });
  }

  /** One listener per push; the host sends only pushes of the map. */
  on<K extends keyof P & string>(name: K, listener: (body: P[K]) => void): void {
    this.#listeners.set(name, listener as (body: unknown) => void);
  }

  /** Takes a message of the host (`window`'s `message` event: its data). */
  receive(message: HostMessage): void {
    switch (message.type) {
      case 'push':
        this.#listeners.get(message.name)?.(message.body);
        break;
      case 'answer':
        this.#settle(message);
        break;
    }
  }

  #settle(answer: AnswerMessage): void {
    const call = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (answer.ok) call?.resolve(answer.body);
    else call?.reject(new Error(answer.error));
  }

  #cancel(id: number): void {
    const call = this.#pending.get(id);
    if (!call) return;
    this.#pending.delete(id);
    this.#post({ type: 'cancel', id });
    call.reject(new CallCancelled());
  }
}
