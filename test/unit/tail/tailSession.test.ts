import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { silentLog } from '../../../src/core/log.ts';
import { english } from '../../../src/messages/translate.ts';
import { TailSession } from '../../../src/vscode/tail/tailSession.ts';

const target = { cluster: 'Test', topic: 't', from: { kind: 'beginning' } } as const;

describe('what a tail view reads', () => {
  it('is stopped where the cluster is disconnected while it connects', async () => {
    const session = new TailSession({
      target,
      budgetBytes: 2 ** 20,
      connect: () => Promise.reject(new DOMException('Disconnected', 'AbortError')),
      log: silentLog,
      t: english,
      locale: 'en',
      changed: () => undefined,
      reveal: () => undefined,
    });
    session.start(target);
    assert.equal(session.status().state, 'starting');
    await new Promise(setImmediate);
    assert.equal(session.status().state, 'stopped');
    session.dispose();
  });
});
