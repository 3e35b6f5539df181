import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import { SuiteCluster } from '../../support/suiteCluster.ts';
import { until } from '../../support/until.ts';
import { runStep } from './runStep.ts';

describe('the chapter on replicas', () => {
  const cluster = new SuiteCluster({
    brokers: 3,
    // A dead broker is noticed sooner than after nine seconds.
    properties: { 'broker.session.timeout.ms': '3000', 'broker.heartbeat.interval.ms': '500' },
  });
  const run = (block: number) => runStep('03-replicas.kafka', block, cluster.bootstrapServers);
  const inSync = async (count: number): Promise<unknown> =>
    until(
      () => describeTopic(cluster.client, 'lesson-replicas'),
      ({ partitions }) => partitions.every((one) => one.inSyncReplicas.length === count),
    );

  it('shows what it says while its reader stops a broker and starts it again', async () => {
    assert.equal((await run(0)).change, 'created');
    const { rows: whole = [] } = await run(1);
    assert.deepEqual(new Set(whole.map(({ leader }) => leader)), new Set([1, 2, 3]));
    assert.ok(
      whole.every(({ inSyncReplicas }) => String(inSyncReplicas).length === '1,2,3'.length),
    );
    const [broker] = cluster.brokers;
    assert.ok(broker);
    await broker.kill();
    await inSync(2);
    const { rows: without = [] } = await run(2);
    for (const { leader, replicas, inSyncReplicas } of without) {
      assert.notEqual(leader, broker.node.id);
      assert.ok(String(replicas).includes(String(broker.node.id)));
      assert.ok(!String(inSyncReplicas).includes(String(broker.node.id)));
    }
    assert.equal((await run(3)).records?.length, 4);
    await broker.start();
    await inSync(3);
    assert.equal((await run(4)).rows?.length, 3);
    assert.equal((await run(5)).records?.length, 4, 'nothing was lost');
    assert.equal((await run(6)).change, 'deleted');
  });
});
