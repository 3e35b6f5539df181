import type { ExplorerNode } from '../explorer/explorerNode.ts';
import type { TailTarget } from './tailTarget.ts';

/** A group of a saved cluster, and where of what it has committed a view is to begin: everywhere, where nothing is named. */
export interface GroupPlaces {
  readonly cluster: string;
  readonly group: string;
  readonly places?: readonly { readonly topic: string; readonly partition: number }[];
}

/** The group that the selected nodes belong to: the first one's; undefined where they belong to none. */
export function groupOfNodes(nodes: readonly ExplorerNode[]): GroupPlaces | undefined {
  const [first] = nodes;
  switch (first?.kind) {
    case 'group':
      return { cluster: first.cluster, group: first.group.id };
    case 'groupOffsets':
      return { cluster: first.cluster, group: first.group };
    case 'groupOffset': {
      const { cluster, group } = first;
      const places = nodes.flatMap((node) => {
        const same = node.kind === 'groupOffset' && node.cluster === cluster;
        return same && node.group === group ? [node.offset] : [];
      });
      return { cluster, group, places };
    }
    default:
      return undefined;
  }
}

/**
 * One view of some topics from where a group stands: of those partitions only where they are of one topic, else
 * of the whole topics. Undefined for no topic.
 */
export function groupTarget(
  { cluster, group, places = [] }: GroupPlaces,
  topics: readonly string[],
): TailTarget | undefined {
  const [topic, ...moreTopics] = topics;
  if (topic === undefined) return undefined;
  const target = { cluster, topic, from: { kind: 'group', group } } as const;
  if (moreTopics.length > 0) return { ...target, moreTopics };
  const partitions = places.map(({ partition }) => partition).sort((a, b) => a - b);
  return partitions.length === 0 ? target : { ...target, partitions };
}
