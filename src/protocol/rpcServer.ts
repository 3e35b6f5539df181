import type { CallMap, CallMessage, Checks, Handlers, HostMessage, PushMap } from './rpc.ts';

/** The host's end of one page: feed it the page's messages, push to the page, dispose it with the page. */
export interface RpcServer<P extends PushMap<P>> {
  /** Takes any message of the page; what is not a call or a cancel is ignored. */
  receive(message: unknown): void;
  push<K extends keyof P & string>(name: K, body: P[K]): void;
  /** Aborts and answers what is pending; afterwards nothing is received or posted. Idempotent. */
  dispose(): void;
}

/** Turns what a handler or a check threw into the sentence that the page shows. */
export type DescribeError = (error: unknown, call: string) => string;

const messageOf: DescribeError = (error) =>
  error instanceof Error ? error.message : String(error);

/**
 * Serves a page's calls. Every call gets exactly one answer: its handler's result, an error (unknown
 * name, body refused by its check, handler failed), or `cancelled` as soon as the page cancels it or
 * the server is disposed, whatever its handler is doing then.
 *
 * @param post sends one message to the page; it may throw or reject once the page is gone
 * @param describe makes the user's sentence of an error (default: its message)
 */
export function serveCalls<C extends CallMap<C>, P extends PushMap<P>>(
  checks: Checks<C>,
  handlers: Handlers<C>,
  post: (message: HostMessage) => unknown,
  describe: DescribeError = messageOf,
): RpcServer<P> {
  const pending = new Map<number, AbortController>();
  let disposed = false;

  const send = (message: HostMessage): void => {
    try {
      // VS Code's postMessage answers a promise; a page that is gone is nobody's error.
      Promise.resolve(post(message)).catch(() => undefined);
    } catch {
      // Same: the page went away between the handler's end and this line.
    }
  };

  const settle = (id: number, controller: AbortController): void => {
    pending.delete(id);
    send({ type: 'answer', id, ok: false, error: 'cancelled' });
    controller.abort();
  };

  const run = async ({ id, name, body }: CallMessage): Promise<void> => {
    const controller = new AbortController();
    pending.set(id, controller);
    let answer: HostMessage;
    try {
      if (!isCall(checks, name)) throw new Error(`There is no call "${name}".`);
      const result = await handlers[name](checks[name](body), controller.signal);
      answer = { type: 'answer', id, ok: true, body: result };
    } catch (error) {
      answer = { type: 'answer', id, ok: false, error: describe(error, name) };
    }
    // Cancelled meanwhile: that was its one answer.
    if (pending.get(id) !== controller) return;
    pending.delete(id);
    send(answer);
  };

  return {
    receive(message) {
      if (disposed || typeof message !== 'object' || message === null) return;
      const { type, id, name, body } = message as Partial<Record<string, unknown>>;
      if (typeof id !== 'number' || !Number.isSafeInteger(id)) return;
      const running = pending.get(id);
      if (type === 'cancel' && running) settle(id, running);
      // A second call under a pending id would leave one of them without an answer: refuse to know it.
      if (type === 'call' && typeof name === 'string' && !running) {
        void run({ type, id, name, body });
      }
    },
    push(name, body) {
      if (!disposed) send({ type: 'push', name, body });
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      for (const [id, controller] of pending) settle(id, controller);
    },
  };
}

/** Own properties only: `constructor` and `__proto__` are no calls. */
function isCall<C extends CallMap<C>>(checks: Checks<C>, name: string): name is keyof C & string {
  return Object.hasOwn(checks, name);
}
