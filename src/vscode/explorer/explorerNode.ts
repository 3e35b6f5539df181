import type { GroupDescription } from '../../kafka/admin/describeGroup.ts';
import type { BrokerInfo } from '../../kafka/admin/describeCluster.ts';
import type { GroupListing } from '../../kafka/admin/listGroups.ts';
import type { GroupOffset } from '../../kafka/admin/listGroupOffsets.ts';
import type { PartitionOffsets } from '../../kafka/admin/listPartitionOffsets.ts';
import type { PartitionInfo, TopicInfo } from '../../kafka/admin/listTopics.ts';

/** The id of a node below others: names are foreign and may hold a slash, so each part is encoded. */
export function nodeId(parent: string, ...names: readonly string[]): string {
  return [parent, ...names.map(encodeURIComponent)].join('/');
}

/** The id of a saved cluster's node. */
export const clusterId = (cluster: string): string => encodeURIComponent(cluster);

/** The three lists of a cluster. */
export type ListKind = 'topics' | 'groups' | 'brokers';

interface NodeBase {
  /** Stable for as long as the thing exists: it carries selection and expansion over a refresh. */
  readonly id: string;
  readonly cluster: string;
}

/** A saved cluster. */
export interface ClusterNode extends NodeBase {
  readonly kind: 'cluster';
}
/** One of a cluster's lists. */
export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly list: ListKind;
}
/** A topic; its children are its partitions. */
export interface TopicNode extends NodeBase {
  readonly kind: 'topic';
  readonly topic: TopicInfo;
}
/** A partition, with its offsets where they could be had. */
export interface PartitionNode extends NodeBase {
  readonly kind: 'partition';
  readonly topicName: string;
  readonly partition: PartitionInfo;
  readonly offsets?: PartitionOffsets;
}
/** A consumer group of any type. */
export interface GroupNode extends NodeBase {
  readonly kind: 'group';
  readonly group: GroupListing;
}
/** The members of a group. */
export interface MembersNode extends NodeBase {
  readonly kind: 'members';
  readonly description: GroupDescription;
}
/** One member of a group. */
export interface MemberNode extends NodeBase {
  readonly kind: 'member';
  readonly member: GroupDescription['members'][number];
}
/** What a group has committed. */
export interface GroupOffsetsNode extends NodeBase {
  readonly kind: 'groupOffsets';
  readonly group: string;
  readonly offsets: readonly GroupOffset[];
}
/** What a group has committed in one partition. */
export interface GroupOffsetNode extends NodeBase {
  readonly kind: 'groupOffset';
  readonly group: string;
  readonly offset: GroupOffset;
}
/** A broker. */
export interface BrokerNode extends NodeBase {
  readonly kind: 'broker';
  readonly broker: BrokerInfo;
}
/** What could not be loaded, in the place of what would have been there; `retries` is loaded again. */
export interface FailureNode extends NodeBase {
  readonly kind: 'failure';
  readonly error: unknown;
  readonly retries: string;
}
/** A sentence in a list: that it is empty, or that the filter leaves nothing. */
export interface NoteNode extends NodeBase {
  readonly kind: 'note';
  readonly note:
    'noTopics' | 'noGroups' | 'noMembers' | 'noOffsets' | 'nothingMatches' | 'onlyName';
}

/** Any node of the tree. */
export type ExplorerNode =
  | ClusterNode
  | ListNode
  | TopicNode
  | PartitionNode
  | GroupNode
  | MembersNode
  | MemberNode
  | GroupOffsetsNode
  | GroupOffsetNode
  | BrokerNode
  | FailureNode
  | NoteNode;

/** What *Copy Name* copies, or undefined for nodes that are not a named thing. */
export function nameOf(node: ExplorerNode): string | undefined {
  switch (node.kind) {
    case 'cluster':
      return node.cluster;
    case 'topic':
      return node.topic.name;
    case 'partition':
      return `${node.topicName}[${String(node.partition.partition)}]`;
    case 'group':
      return node.group.id;
    case 'member':
      return node.member.memberId;
    case 'groupOffset':
      return `${node.offset.topic}[${String(node.offset.partition)}]`;
    case 'broker':
      return `${node.broker.host}:${String(node.broker.port)}`;
    case 'list':
    case 'members':
    case 'groupOffsets':
    case 'failure':
    case 'note':
      return undefined;
  }
}
