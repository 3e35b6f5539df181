/** What language help knows of the file's cluster; nothing of it is ever waited for. */
export interface ClusterFacts {
  readonly cluster: string;
  /** By name; undefined while unknown. */
  readonly topics?: ReadonlyMap<string, TopicFacts> | undefined;
  /** Group ids in order; undefined while unknown. */
  readonly groups?: readonly string[] | undefined;
}

/** A topic, as far as language help tells of it. */
export interface TopicFacts {
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly internal: boolean;
}
