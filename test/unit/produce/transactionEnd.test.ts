import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { Transaction } from '../../../src/kafka/produce/transaction.ts';
import type { WireRequest } from '../../../src/kafka/wire/wireRequest.ts';
import { refusal } from './standInClient.ts';

/** A transaction with something in it; nobody answers to the first two attempts to end it. */
async function begun(): Promise<{ transaction: Transaction; ends: () => number }> {
  let ends = 0;
  const answers: Readonly<Record<string, () => unknown>> = {
    FindCoordinator: () => ({ errorCode: 0, errorText: null, brokerId: 1 }),
    InitProducerId: () => ({ errorCode: 0, producerId: 7n, epoch: 0 }),
    AddPartitionsToTxn: () => 0,
    EndTxn: () => {
      ends += 1;
      if (ends <= 2) throw refusal;
      return 0;
    },
  };
  const send = (_target: unknown, { apiName }: WireRequest<unknown>): Promise<unknown> =>
    Promise.resolve().then(() => answers[apiName]?.());
  const transaction = await Transaction.begin({ send } as unknown as ClusterClient, signal());
  await transaction.admit('stand-in', [0]);
  return { transaction, ends: () => ends };
}

const signal = (): AbortSignal => AbortSignal.timeout(20_000);

describe('the end of a transaction while nobody answers', () => {
  it('is asked for again where it is committed', async () => {
    const { transaction, ends } = await begun();
    await transaction.end('commit', signal());
    assert.equal(ends(), 3);
  });

  it('is given up where it is aborted, which the cluster does by itself', async () => {
    const { transaction, ends } = await begun();
    await assert.rejects(transaction.end('abort', signal()), { reason: 'connectionRefused' });
    assert.equal(ends(), 1);
  });
});
