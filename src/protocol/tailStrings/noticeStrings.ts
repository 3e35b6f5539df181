/** Where there are no records to show, or something is wrong. */
export interface NoticeStrings {
  /** {0} cluster */
  readonly connectingTo: string;
  /** {0} topic */
  readonly waiting: string;
  readonly waitingHelp: string;
  /** {0} topic */
  readonly emptyTopic: string;
  readonly emptyTopicHelp: string;
  /** {0} topic, {1} where reading started, as "15 minutes ago" */
  readonly noneSince: string;
  readonly pausedEmpty: string;
  readonly stoppedEmpty: string;
  readonly cannotRead: string;
  readonly stillLoading: string;
  readonly dismiss: string;
}
