import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HostMessage, PageMessage } from '../../../src/protocol/rpc.ts';
import { serveCalls } from '../../../src/protocol/rpcServer.ts';
import { CallCancelled, RpcClient } from '../../../webview/shared/rpcClient.ts';

interface Calls {
  readonly double: { in: { n: number }; out: number };
  readonly wait: { in: undefined; out: string };
}
interface Pushes {
  readonly changed: { n: number };
}

/** A page and its host, joined without a window between them. */
function pair() {
  const sent: PageMessage[] = [];
  const signals: AbortSignal[] = [];
  const client = new RpcClient<Calls, Pushes>((message) => {
    sent.push(message);
    queueMicrotask(() => server.receive(message));
  });
  const server = serveCalls<Calls, Pushes>(
    { double: (body) => body as { n: number }, wait: () => undefined },
    {
      double: ({ n }) => {
        if (n < 0) throw new Error('too small');
        return n * 2;
      },
      wait: (_, signal) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    },
    (message: HostMessage) => queueMicrotask(() => client.receive(message)),
  );
  return { client, server, sent, signals };
}

describe('RpcClient', () => {
  it('gets the answer of its call, each its own', async () => {
    const { client } = pair();
    assert.deepEqual(
      await Promise.all([1, 2, 3].map((n) => client.call('double', { n }))),
      [2, 4, 6],
    );
  });

  it('rejects with the host’s sentence', async () => {
    const { client } = pair();
    await assert.rejects(client.call('double', { n: -1 }), { message: 'too small' });
  });

  it('gives a call up at once and tells the host', async () => {
    const { client, sent, signals } = pair();
    const abort = new AbortController();
    const waiting = client.call('wait', undefined, abort.signal);
    await new Promise(setImmediate);
    abort.abort();
    await assert.rejects(waiting, CallCancelled);
    await new Promise(setImmediate);
    assert.deepEqual(
      sent.map((message) => message.type),
      ['call', 'cancel'],
    );
    assert.equal(signals[0]?.aborted, true);
  });

  it('sends nothing for a call that was given up before it began', async () => {
    const { client, sent } = pair();
    await assert.rejects(client.call('wait', undefined, AbortSignal.abort()), CallCancelled);
    assert.deepEqual(sent, []);
  });

  it('hears pushes by name and ignores others', () => {
    const { client } = pair();
    const heard: number[] = [];
    client.on('changed', ({ n }) => heard.push(n));
    client.receive({ type: 'push', name: 'changed', body: { n: 5 } });
    client.receive({ type: 'push', name: 'unknown', body: {} });
    client.receive({ type: 'answer', id: 99, ok: true, body: 1 });
    assert.deepEqual(heard, [5]);
  });

  it('never meets an answer to the page before it, which had its own numbers', () => {
    const first: PageMessage[] = [];
    const second: PageMessage[] = [];
    for (const sent of [first, second]) {
      const client = new RpcClient<Calls, Pushes>((message) => sent.push(message));
      for (let n = 0; n < 100; n++) void client.call('double', { n });
    }
    const ids = new Set(first.map(({ id }) => id));
    assert.ok(second.every(({ id }) => !ids.has(id)));
  });
});
