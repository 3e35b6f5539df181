import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { HostMessage } from '../../../src/protocol/rpc.ts';
import { serveCalls } from '../../../src/protocol/rpcServer.ts';

interface Calls {
  readonly double: { in: { n: number }; out: number };
  readonly wait: { in: undefined; out: string };
}
interface Pushes {
  readonly changed: { n: number };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function serve() {
  const posted: HostMessage[] = [];
  const signals: AbortSignal[] = [];
  const release: ((text: string) => void)[] = [];
  const server = serveCalls<Calls, Pushes>(
    {
      double: (body) => {
        const n = (body as { n?: unknown } | undefined)?.n;
        if (typeof n !== 'number') throw new Error('n is not a number');
        return { n };
      },
      wait: () => undefined,
    },
    {
      double: ({ n }) => n * 2,
      wait: (_, signal) => {
        signals.push(signal);
        return new Promise((resolve) => release.push(resolve));
      },
    },
    (message) => posted.push(message),
  );
  return { server, posted, signals, release };
}

describe('serveCalls', () => {
  it('answers a call with its id and the result of its handler', async () => {
    const { server, posted } = serve();
    server.receive({ type: 'call', id: 7, name: 'double', body: { n: 21 } });
    await settled();
    assert.deepEqual(posted, [{ type: 'answer', id: 7, ok: true, body: 42 }]);
  });

  it('answers an error where the body is refused, before the handler sees it', async () => {
    const { server, posted } = serve();
    server.receive({ type: 'call', id: 1, name: 'double', body: { n: '21' } });
    await settled();
    assert.deepEqual(posted, [{ type: 'answer', id: 1, ok: false, error: 'n is not a number' }]);
  });

  for (const name of ['nothing', 'constructor', '__proto__', 'toString']) {
    it(`answers an error to a call that does not exist: ${name}`, async () => {
      const { server, posted } = serve();
      server.receive({ type: 'call', id: 1, name, body: undefined });
      await settled();
      assert.equal(posted.length, 1);
      assert.equal(posted[0]?.type === 'answer' && posted[0].ok, false);
    });
  }

  it('makes the sentence of an error with the function it was given', async () => {
    const posted: HostMessage[] = [];
    const server = serveCalls<Pick<Calls, 'wait'>, Pushes>(
      { wait: () => undefined },
      { wait: () => Promise.reject(new Error('inner')) },
      (message) => posted.push(message),
      (error, call) => `${call}: ${String(error)}`,
    );
    server.receive({ type: 'call', id: 1, name: 'wait', body: undefined });
    await settled();
    assert.deepEqual(posted, [{ type: 'answer', id: 1, ok: false, error: 'wait: Error: inner' }]);
  });

  it('answers a cancelled call at once, aborts its handler, and answers it only once', async () => {
    const { server, posted, signals, release } = serve();
    server.receive({ type: 'call', id: 3, name: 'wait', body: undefined });
    await settled();
    server.receive({ type: 'cancel', id: 3 });
    assert.equal(signals[0]?.aborted, true);
    release[0]?.('late');
    await settled();
    assert.deepEqual(posted, [{ type: 'answer', id: 3, ok: false, error: 'cancelled' }]);
  });

  it('ignores a cancel of a call that it does not know', async () => {
    const { server, posted } = serve();
    server.receive({ type: 'cancel', id: 9 });
    await settled();
    assert.deepEqual(posted, []);
  });

  it('answers every pending call when it is disposed and is silent afterwards', async () => {
    const { server, posted, signals, release } = serve();
    for (const id of [1, 2]) server.receive({ type: 'call', id, name: 'wait', body: undefined });
    await settled();
    server.dispose();
    server.dispose();
    for (const resolve of release) resolve('late');
    server.receive({ type: 'call', id: 3, name: 'double', body: { n: 1 } });
    server.push('changed', { n: 1 });
    await settled();
    assert.deepEqual(
      posted.map((message) => message.type === 'answer' && [message.id, message.ok]),
      [
        [1, false],
        [2, false],
      ],
    );
    assert.ok(signals.every((signal) => signal.aborted));
  });

  it('pushes by name', () => {
    const { server, posted } = serve();
    server.push('changed', { n: 5 });
    assert.deepEqual(posted, [{ type: 'push', name: 'changed', body: { n: 5 } }]);
  });

  it('takes a page that is gone for nobody’s error', async () => {
    const server = serveCalls<Calls, Pushes>(
      { double: () => ({ n: 1 }), wait: () => undefined },
      { double: () => 1, wait: () => 'x' },
      () => {
        throw new Error('Webview is disposed');
      },
    );
    server.receive({ type: 'call', id: 1, name: 'double', body: {} });
    server.push('changed', { n: 1 });
    await settled();
    server.dispose();
  });

  it('survives any message', () => {
    const { server } = serve();
    fc.assert(
      fc.property(fc.anything(), (message) => {
        server.receive(message);
      }),
    );
  });

  it('answers each of many calls exactly once, whatever is cancelled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 20 }), async (cancels) => {
        const { server, posted, release } = serve();
        cancels.forEach((_, id) =>
          server.receive({ type: 'call', id, name: 'wait', body: undefined }),
        );
        await settled();
        cancels.forEach((cancel, id) => cancel && server.receive({ type: 'cancel', id }));
        for (const resolve of release) resolve('done');
        await settled();
        const ids = posted.map((message) => message.type === 'answer' && message.id);
        assert.deepEqual([...ids].sort(), cancels.map((_, id) => id).sort());
      }),
      { numRuns: 30 },
    );
  });
});
