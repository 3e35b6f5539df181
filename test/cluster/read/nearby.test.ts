import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { silentLog } from '../../../src/core/log.ts';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { TopicReader } from '../../../src/kafka/read/topicReader.ts';
import { nextState } from '../../../src/local/clusterState.ts';
import { findJava } from '../../../src/local/findJava.ts';
import { LocalBroker } from '../../../src/local/localBroker.ts';
import { fromRunner } from '../../support/environment.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { testClient } from '../../support/testClient.ts';
import { newTopic, numbered } from './reading.ts';

describe('a cluster that knows where its brokers are', () => {
  let folder: { path: string; remove: () => Promise<void> };
  let brokers: LocalBroker[];
  let client: ClusterClient;
  before(async () => {
    folder = await tempFolder();
    const { clusterId, nodes } = await nextState(folder.path, { brokers: 2 });
    const java = await findJava();
    brokers = nodes.map(
      (node) =>
        new LocalBroker(node, {
          ...{ nodes, clusterId, java, log: silentLog },
          kafkaLibs: fromRunner('KAFKA_LIBS'),
          folder: join(folder.path, `broker-${node.id}`),
          properties: {
            'broker.rack': `rack-${node.id}`,
            'replica.selector.class': 'org.apache.kafka.common.replica.RackAwareReplicaSelector',
          },
        }),
    );
    await Promise.all(brokers.map((broker) => broker.start()));
    client = testClient(brokers.map(({ address }) => address).join(','));
  });
  after(async () => {
    await client.close();
    await Promise.all(brokers.map((broker) => broker.kill()));
    await folder.remove();
  });

  it('is read from the replicas nearby, and loses and doubles nothing', async () => {
    const topic = await newTopic(client, { partitions: 4, replicationFactor: 2 });
    const written = [0, 1, 2, 3].flatMap((partition) => numbered(500, partition));
    await produceRecords(client, topic, written);
    const { partitions } = await describeTopic(client, topic);
    const far = partitions.filter(({ leader }) => leader === 1).map(({ partition }) => partition);
    assert.ok(far.length > 0);
    const moved: string[] = [];
    const log = { ...silentLog, debug: (message: string) => void moved.push(message) };
    const places = new Set<string>();
    let records = 0;
    const sink = {
      batch: (batch: {
        count: number;
        record(index: number): { partition: number; offset: bigint };
      }) => {
        for (let index = 0; index < batch.count; index++) {
          const { partition, offset } = batch.record(index);
          places.add(`${partition}:${offset}`);
          records++;
        }
      },
    };
    const plan = { topic, from: { kind: 'earliest' }, to: { kind: 'end' } } as const;
    const near = new ClusterClient({ ...client.profile, rack: 'rack-2' }, { log });
    const reader = new TopicReader(near, plan, sink, { log });
    assert.deepEqual(await reader.run(new AbortController().signal), { kind: 'end' });
    await near.close();
    assert.deepEqual([records, places.size], [2_000, 2_000]);
    for (const partition of far) {
      assert.ok(moved.some((line) => line.includes(`[${partition}]: from broker 2`)));
    }
  });
});
