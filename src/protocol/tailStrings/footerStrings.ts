/** What is true of a read at all times. */
export interface FooterStrings {
  readonly statusBar: string;
  readonly caughtUp: string;
  /** {0} records, {1} partitions as "2, 5" */
  readonly behind: string;
  /** {0} records, {1} the one partition */
  readonly behindInOne: string;
  /** {0} partition, {1} position, {2} end, {3} records behind */
  readonly partitionPosition: string;
  readonly positions: string;
  readonly position: string;
  readonly end: string;
  readonly left: string;
  readonly problem: string;
  /** {0} partition, {1} why */
  readonly partitionProblem: string;
  /** {0} further partitions with a problem */
  readonly moreProblems: string;
  /** {0} number of records seen */
  readonly seen: string;
  /** {0} stored, {1} budget, both as "214 MB" */
  readonly stored: string;
  /** {0} records dropped to stay within the budget */
  readonly dropped: string;
  readonly noGroup: string;
  readonly noGroupHelp: string;
  /** {0} a group's id */
  readonly memberOf: string;
  readonly memberOfHelp: string;
}
