/** What is read, from where to where, and how it stands. */
export interface ReadStrings {
  readonly toolbar: string;
  readonly starting: string;
  readonly reading: string;
  readonly liveFollowing: string;
  readonly liveNotFollowing: string;
  /** No partition can be read at the moment. */
  readonly interrupted: string;
  readonly paused: string;
  readonly stopped: string;
  readonly failed: string;
  /** {0} records per second, {1} bytes per second as "212 KB" */
  readonly rate: string;
  readonly from: string;
  readonly fromNow: string;
  readonly fromBeginning: string;
  /** {0} partition, {1} offset */
  readonly fromOffset: string;
  /** {0} number of records */
  readonly fromLast: string;
  /** {0} a group's id */
  readonly fromGroup: string;
  readonly otherStart: string;
  readonly groupStart: string;
  readonly to: string;
  readonly toNever: string;
  readonly toEnd: string;
  /** {0} number of records */
  readonly toCount: string;
  /** {0} a time: records before it */
  readonly toTime: string;
  /** {0} partition, {1} offset: records before it */
  readonly toOffset: string;
  readonly otherStop: string;
  readonly partitions: string;
  readonly allPartitions: string;
  /** {0} how many */
  readonly somePartitions: string;
  readonly choosePartitions: string;
  readonly typePartitions: string;
  readonly isolation: string;
  readonly readCommitted: string;
  readonly readUncommitted: string;
  readonly follow: string;
  readonly pause: string;
  readonly resume: string;
  readonly stop: string;
  readonly start: string;
  readonly clear: string;
  readonly tryAgain: string;
  readonly readFromBeginning: string;
}
