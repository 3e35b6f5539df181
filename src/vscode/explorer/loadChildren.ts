import { describeGroup } from '../../kafka/admin/describeGroup.ts';
import { listGroupOffsets } from '../../kafka/admin/listGroupOffsets.ts';
import { describeCluster } from '../../kafka/admin/describeCluster.ts';
import { listGroups } from '../../kafka/admin/listGroups.ts';
import { listPartitionOffsets } from '../../kafka/admin/listPartitionOffsets.ts';
import { listTopics } from '../../kafka/admin/listTopics.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import {
  clusterId,
  nodeId,
  type ExplorerNode,
  type FailureNode,
  type GroupNode,
  type ListKind,
  type ListNode,
  type NoteNode,
  type TopicNode,
} from './explorerNode.ts';

const lists: readonly ListKind[] = ['topics', 'groups', 'brokers'];

/**
 * The children of a node, asked from the cluster, whole (filters come later). A part that fails becomes
 * a failure node among its siblings; only a failure of everything rejects.
 */
export async function loadChildren(
  node: ExplorerNode,
  connect: (cluster: string) => Promise<ClusterClient>,
  signal: AbortSignal,
): Promise<ExplorerNode[]> {
  const client = await connect(node.cluster);
  switch (node.kind) {
    case 'cluster':
      return lists.map((list) => listNode(node.cluster, list));
    case 'list':
      return loadList(client, node, signal);
    case 'topic':
      return loadPartitions(client, node, signal);
    case 'group':
      return loadGroup(client, node, signal);
    case 'members':
      return node.description.members.map((member) => ({
        kind: 'member',
        id: nodeId(node.id, member.memberId),
        cluster: node.cluster,
        member,
      }));
    case 'groupOffsets':
      return node.offsets.map((offset) => ({
        kind: 'groupOffset',
        id: nodeId(node.id, offset.topic, String(offset.partition)),
        cluster: node.cluster,
        group: node.group,
        offset,
      }));
    case 'partition':
    case 'member':
    case 'groupOffset':
    case 'broker':
    case 'failure':
    case 'note':
      return [];
  }
}

function listNode(cluster: string, list: ListKind): ListNode {
  return { kind: 'list', id: nodeId(clusterId(cluster), list), cluster, list };
}

async function loadList(
  client: ClusterClient,
  node: ListNode,
  signal: AbortSignal,
): Promise<ExplorerNode[]> {
  const { cluster, id } = node;
  switch (node.list) {
    case 'topics':
      return (await listTopics(client, signal))
        .map((topic) => ({ kind: 'topic' as const, id: nodeId(id, topic.name), cluster, topic }))
        .sort((a, b) => a.topic.name.localeCompare(b.topic.name));
    case 'groups':
      return (await listGroups(client, signal))
        .map((group) => ({ kind: 'group' as const, id: nodeId(id, group.id), cluster, group }))
        .sort((a, b) => a.group.id.localeCompare(b.group.id));
    case 'brokers':
      return (await describeCluster(client, signal)).brokers
        .map((broker) => ({
          kind: 'broker' as const,
          id: nodeId(id, String(broker.id)),
          cluster,
          broker,
        }))
        .sort((a, b) => a.broker.id - b.broker.id);
  }
}

async function loadPartitions(
  client: ClusterClient,
  node: TopicNode,
  signal: AbortSignal,
): Promise<ExplorerNode[]> {
  const offsets = new Map(
    (await listPartitionOffsets(client, node.topic, signal)).map((entry) => [
      entry.partition,
      entry,
    ]),
  );
  return [...node.topic.partitions]
    .sort((a, b) => a.partition - b.partition)
    .map((partition) => {
      const known = offsets.get(partition.partition);
      return {
        kind: 'partition',
        id: nodeId(node.id, String(partition.partition)),
        cluster: node.cluster,
        topicName: node.topic.name,
        partition,
        ...(known === undefined ? {} : { offsets: known }),
      };
    });
}

async function loadGroup(
  client: ClusterClient,
  node: GroupNode,
  signal: AbortSignal,
): Promise<ExplorerNode[]> {
  const { type, id: group } = node.group;
  if (type === 'share' || type === 'streams') return [note(node, 'onlyName')];
  const part = (name: string) => ({ id: `${node.id}/${name}`, cluster: node.cluster });
  return Promise.all([
    describeGroup(client, node.group, signal).then(
      (description): ExplorerNode => ({ kind: 'members', ...part('members'), description }),
      (error: unknown) => failure(part('members').id, node, error),
    ),
    listGroupOffsets(client, group, signal).then(
      (offsets): ExplorerNode => ({ kind: 'groupOffsets', ...part('offsets'), group, offsets }),
      (error: unknown) => failure(part('offsets').id, node, error),
    ),
  ]);
}

/** A failure in the place `id`; *Retry* loads the children of `parent` again. */
export function failure(id: string, parent: ExplorerNode, error: unknown): FailureNode {
  return { kind: 'failure', id: `${id}!`, cluster: parent.cluster, error, retries: parent.id };
}

/** A sentence as the only child of `parent`. */
export function note(parent: ExplorerNode, text: NoteNode['note']): NoteNode {
  return { kind: 'note', id: `${parent.id}/?`, cluster: parent.cluster, note: text };
}
