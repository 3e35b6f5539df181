import type { ExplorerNode } from '../explorer/explorerNode.ts';
import { topicOfNode, type TopicRef } from '../topics/topicOfNode.ts';
import type { TailTarget } from './tailTarget.ts';

/**
 * What to tail for the selected nodes of the tree: the topics of each cluster in one view; some partitions of a
 * topic where only they are selected. A topic beside its partitions is read whole.
 */
export function targetsOfNodes(nodes: readonly ExplorerNode[]): readonly TailTarget[] {
  const topics = targetsOfTopics(nodes.flatMap((node) => topicOfNode(node) ?? []));
  const partitions = nodes.flatMap((node) =>
    node.kind === 'partition' ? [node.partition.partition] : [],
  );
  const [only, ...others] = topics;
  const isPart = only && others.length === 0 && only.moreTopics === undefined;
  return isPart && partitions.length > 0 && partitions.length === nodes.length
    ? [{ ...only, partitions: [...new Set(partitions)].sort((a, b) => a - b) }]
    : topics;
}

/** One view for the topics of each cluster. */
export function targetsOfTopics(refs: readonly TopicRef[]): readonly TailTarget[] {
  const clusters = new Map<string, Set<string>>();
  for (const { cluster, topic } of refs) {
    const topics = clusters.get(cluster) ?? new Set();
    clusters.set(cluster, topics.add(topic));
  }
  return [...clusters].flatMap(([cluster, topics]) => {
    const [topic, ...moreTopics] = topics;
    if (topic === undefined) return [];
    const target = { cluster, topic, from: { kind: 'now' } } as const;
    return moreTopics.length === 0 ? target : { ...target, moreTopics };
  });
}
