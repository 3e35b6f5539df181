import type { ExplorerNode } from '../explorer/explorerNode.ts';

/** A topic of a saved cluster. */
export interface TopicRef {
  readonly cluster: string;
  readonly topic: string;
}

/** The topic a node stands for, if it stands for one. */
export function topicOfNode(node: ExplorerNode): TopicRef | undefined {
  switch (node.kind) {
    case 'topic':
      return { cluster: node.cluster, topic: node.topic.name };
    case 'partition':
      return { cluster: node.cluster, topic: node.topicName };
    default:
      return undefined;
  }
}
