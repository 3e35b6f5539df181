/** The least that a cluster command needs of a tree node: `Explorer` nodes have it. */
export interface ClusterNode {
  readonly cluster: string;
}
