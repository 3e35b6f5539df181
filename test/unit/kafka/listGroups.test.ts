import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listGroups } from '../../../src/kafka/admin/listGroups.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';

const loading = 14;
const forbidden = 31;

/** A client of two brokers; broker 1 answers with one error code after another, then with a group, broker 2 with another. */
function twoBrokers(...codes: number[]): { client: ClusterClient; asked: number[] } {
  const asked: number[] = [];
  const send = (broker: number): Promise<unknown> => {
    asked.push(broker);
    const errorCode = broker === 1 ? (codes.shift() ?? 0) : 0;
    const groups = errorCode === 0 ? [{ id: `of-${broker}`, protocolType: 'consumer' }] : [];
    return Promise.resolve({ errorCode, groups });
  };
  const brokers = new Map([1, 2].map((id) => [id, { id }]));
  const refresh = (): Promise<unknown> => Promise.resolve({ brokers });
  return { client: { send, refresh } as unknown as ClusterClient, asked };
}

describe('the list of groups', () => {
  it('waits for a broker that is still loading its groups', async () => {
    const { client, asked } = twoBrokers(loading, loading);
    assert.deepEqual((await listGroups(client)).map(({ id }) => id).sort(), ['of-1', 'of-2']);
    assert.deepEqual(asked.toSorted(), [1, 1, 1, 2]);
  });

  it('leaves out a broker that refuses, which is asked once', async () => {
    const { client, asked } = twoBrokers(forbidden);
    assert.deepEqual(
      (await listGroups(client)).map(({ id, coordinator }) => [id, coordinator]),
      [['of-2', 2]],
    );
    assert.deepEqual(asked, [1, 2]);
  });
});
