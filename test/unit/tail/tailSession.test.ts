import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { silentLog } from '../../../src/core/log.ts';
import { english } from '../../../src/messages/translate.ts';
import { TailSession } from '../../../src/vscode/tail/tailSession.ts';

const target = { cluster: 'Test', topic: 't', from: { kind: 'beginning' } } as const;

/** A view of a cluster that cannot be connected to. */
function failing(error: Error): TailSession {
  return new TailSession({
    target,
    budgetBytes: 2 ** 20,
    connect: () => Promise.reject(error),
    log: silentLog,
    t: english,
    locale: 'en',
    changed: () => undefined,
    reveal: () => undefined,
  });
}

describe('what a tail view reads', () => {
  it('is stopped where the cluster is disconnected while it connects', async () => {
    const session = failing(new DOMException('Disconnected', 'AbortError'));
    session.start(target);
    assert.equal(session.status().state, 'starting');
    await new Promise(setImmediate);
    assert.equal(session.status().state, 'stopped');
    session.dispose();
  });

  it('begins where it was to begin when it is tried again, and elsewhere as another plan says', async () => {
    const session = failing(new KafkaError('connectionRefused', 'nobody there'));
    const place = { topic: 't', partition: 2, offset: '7' };
    const starts = { t: { '2': '5' } };
    const plan = { from: { kind: 'now' } } as const;
    session.start(plan, place, { starts });
    await new Promise(setImmediate);
    assert.equal(session.status().state, 'failed');
    assert.deepEqual(session.status().unbegun, { place, starts });
    assert.deepEqual(session.unbegun(plan), { place, starts });
    assert.equal(session.unbegun({ from: { kind: 'beginning' } }), undefined);
    session.start(target);
    assert.equal(session.status().unbegun, undefined);
    session.dispose();
  });
});
