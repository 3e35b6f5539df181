import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { english } from '../../../src/messages/translate.ts';
import type { ClusterState } from '../../../src/vscode/clusters/clusterState.ts';
import type { ExplorerNode } from '../../../src/vscode/explorer/explorerNode.ts';
import { nodeLook, type LookContext } from '../../../src/vscode/explorer/nodeLook.ts';

const context: LookContext = {
  t: english,
  locale: 'en',
  state: { kind: 'disconnected' },
  selected: false,
  bootstrapServers: 'localhost:9092',
  visibility: { internalTopics: false },
};
const cluster: ExplorerNode = { kind: 'cluster', id: 'Local', cluster: 'Local' };
const at = { id: 'x', cluster: 'Local' };
const partition = (replicas: number[], inSyncReplicas: number[], leader: number | undefined) => ({
  partition: 0,
  leader,
  replicas,
  inSyncReplicas,
  offlineReplicas: [],
});

/** `label | description | icon | context`, as one line to compare with. */
function line(node: ExplorerNode, change: Partial<LookContext> = {}): string {
  const look = nodeLook(node, { ...context, ...change });
  return [look.label, look.description ?? '', look.icon, look.context].join(' | ');
}

describe('how the tree looks', () => {
  it('says where a cluster stands', () => {
    const states: ClusterState[] = [
      { kind: 'disconnected' },
      { kind: 'connecting' },
      {
        kind: 'connected',
        description: {
          clusterId: 'abc',
          controllerId: 1,
          brokers: [{ id: 1, host: 'a', port: 9092, isController: true }],
          featureLevel: '4.3-IV0',
        },
      },
      {
        kind: 'failed',
        error: new KafkaError('connectionRefused', 'refused', {
          details: { address: 'localhost:9092' },
        }),
      },
    ];
    assert.deepEqual(
      states.map((state) => line(cluster, { state })),
      [
        'Local | not connected | plug | cluster named connectable',
        'Local | connecting… | loading~spin | cluster named connecting',
        'Local | 1 broker · Kafka 4.3-IV0 | server-environment | cluster named connected refreshable',
        'Local | failed: Nothing listens at localhost:9092: the connection was refused. Start the broker, or correct host and port of the cluster. | error | cluster named connectable failed',
      ],
    );
  });

  it('marks the selected cluster', () => {
    assert.match(line(cluster, { selected: true }), /^Local \| not connected · selected/);
  });

  it('tells what may be done on a cluster', () => {
    assert.match(line(cluster, { access: 'readOnly' }), /^Local \| not connected · read-only/);
    const both = line(cluster, { access: 'production', selected: true });
    assert.match(both, /^Local \| not connected · production · selected/);
  });

  it('counts a list and shows its filter on it', () => {
    const list: ExplorerNode = { kind: 'list', ...at, list: 'topics' };
    assert.deepEqual(
      [
        line(list),
        line(list, { count: { shown: 1200, total: 1200 } }),
        line(list, {
          count: { shown: 3, total: 1200 },
          visibility: { internalTopics: false, filter: 'ord' },
        }),
      ],
      [
        'Topics |  | list-tree | topics list refreshable unfiltered',
        'Topics | 1,200 | list-tree | topics list refreshable unfiltered',
        'Topics | filter "ord" · 3 of 1,200 | list-tree | topics list refreshable filtered',
      ],
    );
  });

  it('writes numbers as the language of the editor does', () => {
    const list: ExplorerNode = { kind: 'list', ...at, list: 'topics' };
    const look = line(list, { locale: 'de', count: { shown: 1200, total: 1200 } });
    assert.match(look, /^Topics \| 1\.200 /);
  });

  it('tells the partitions, the replication factor and what is wrong of a topic', () => {
    const topic = (partitions: ReturnType<typeof partition>[], internal = false): ExplorerNode => ({
      kind: 'topic',
      ...at,
      topic: { name: 'orders', internal, partitions },
    });
    assert.deepEqual(
      [
        line(topic([partition([1], [1], 1)])),
        line(topic([partition([1, 2], [1, 2], 1), partition([2, 1], [2], 2)])),
        line(topic([partition([1, 2], [], undefined)])),
        line(topic([partition([1], [1], 1)], true)),
      ],
      [
        'orders | 1 partition · RF 1 | list-flat | topic named refreshable',
        'orders | 2 partitions · RF 2 · 1 under-replicated | warning | topic named refreshable',
        'orders | 1 partition · RF 2 · 1 without a leader · 1 under-replicated | warning | topic named refreshable',
        'orders | 1 partition · RF 1 | gear | topic named refreshable internal',
      ],
    );
  });

  it('tells offsets, leader, replicas and in-sync replicas of a partition', () => {
    const node = (leader: number | undefined, offsets: boolean): ExplorerNode => ({
      kind: 'partition',
      ...at,
      topicName: 'orders',
      partition: partition([1, 2], [1], leader),
      ...(offsets ? { offsets: { partition: 0, beginning: 5n, end: 9_007_199_254_740_993n } } : {}),
    });
    assert.deepEqual(
      [line(node(1, true)), line(node(undefined, false))],
      [
        'Partition 0 | 5 – 9,007,199,254,740,993 · leader 1 · replicas 1,2 · in-sync 1 · under-replicated | warning | partition named',
        'Partition 0 | offsets unknown · no leader · replicas 1,2 · in-sync 1 · under-replicated | error | partition named',
      ],
    );
  });

  it('tells state and type of a group, and its lag with every digit', () => {
    const group: ExplorerNode = {
      kind: 'group',
      ...at,
      group: {
        id: 'billing',
        protocolType: 'consumer',
        state: 'Stable',
        type: 'consumer',
        coordinator: 1,
      },
    };
    const offset = (lag: bigint | undefined): ExplorerNode => ({
      kind: 'groupOffset',
      ...at,
      group: 'billing',
      offset: {
        topic: 'orders',
        partition: 2,
        committed: 7n,
        metadata: '',
        ...(lag === undefined ? {} : { end: 7n + lag, lag }),
      },
    });
    assert.deepEqual(
      [line(group), line(offset(12n)), line(offset(undefined))],
      [
        'billing | Stable · consumer | organization | group named refreshable',
        'orders[2] | committed 7 · end 19 · lag 12 | symbol-number | groupOffset named',
        'orders[2] | committed 7 · lag unknown | symbol-number | groupOffset named',
      ],
    );
  });

  it('marks the controller and names the rack of a broker', () => {
    const broker = (isController: boolean, rack?: string): ExplorerNode => ({
      kind: 'broker',
      ...at,
      broker: {
        id: 3,
        host: 'b3',
        port: 9092,
        isController,
        ...(rack === undefined ? {} : { rack }),
      },
    });
    assert.deepEqual(
      [line(broker(true, 'eu-1a')), line(broker(false))],
      [
        'b3:9092 | broker 3 · controller · rack eu-1a | server-process | broker named',
        'b3:9092 | broker 3 | server | broker named',
      ],
    );
  });
});
