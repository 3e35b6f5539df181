import type { RawForm } from './tail.ts';
import type { TailFilter } from './tailPlan.ts';

/** The texts that a record's cells need, in the grid and in a notebook's output. */
export type CellStrings = Pick<
  TailStrings,
  | 'nullTag'
  | 'tombstoneTag'
  | 'emptyTag'
  | 'binaryTag'
  | 'notDecodedTag'
  | 'noTimestampTag'
  | 'unreadableTag'
  | 'offsetRange'
>;

/**
 * Every text the tail page shows, translated by the host (`src/messages/tailStrings.ts`). Where a text
 * has placeholders (`{0}`, `{1}`), the comment says what the page fills in; all of them arrive formatted.
 */
export interface TailStrings {
  // What the page is
  readonly records: string;
  readonly details: string;
  readonly toolbar: string;

  // State
  readonly starting: string;
  readonly reading: string;
  readonly liveFollowing: string;
  readonly liveNotFollowing: string;
  readonly paused: string;
  readonly stopped: string;
  readonly failed: string;
  /** {0} records per second, {1} bytes per second as "212 KB" */
  readonly rate: string;

  // Actions
  readonly from: string;
  readonly fromNow: string;
  readonly fromBeginning: string;
  /** {0} partition, {1} offset */
  readonly fromOffset: string;
  /** {0} number of records */
  readonly fromLast: string;
  readonly otherStart: string;
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
  readonly closeDetails: string;
  readonly copy: string;
  readonly copyKey: string;
  readonly copyValue: string;
  readonly copyJson: string;
  readonly copyBlock: string;
  readonly copyKcat: string;
  readonly copyConsole: string;
  readonly copyLink: string;
  readonly copyLinks: string;
  readonly copyCell: string;
  readonly copyRow: string;
  /** {0} number of rows */
  readonly copyRows: string;
  readonly copyJsonLines: string;
  readonly copyBlocks: string;
  /** {0} number of rows */
  readonly selectedRows: string;
  readonly more: string;
  readonly produceAgain: string;
  readonly openInEditor: string;
  readonly selectForCompare: string;
  /** {0} the record that was selected, as "2@1,048,611" */
  readonly compareWith: string;
  readonly nextSameKey: string;
  readonly noSameKey: string;
  readonly showAround: string;
  readonly copied: string;
  readonly resizeDetails: string;

  // How keys and values are shown
  readonly view: string;
  readonly exportRecords: string;
  readonly timeline: string;
  /** {0} from, {1} to, {2} number of records */
  readonly timeSpan: string;
  /** The same where the number is not exact. */
  readonly timeSpanAbout: string;
  /** The same with a filter: {3} how many of them it shows. */
  readonly timeSpanOf: string;
  readonly timeSpanOfAbout: string;
  readonly noTimes: string;
  readonly readThisTime: string;
  readonly clearTime: string;
  readonly noneAtThisTime: string;
  readonly automatic: string;
  /** {0} what they are decoded as, "Automatic" or a decoder's label */
  readonly decodeKeys: string;
  readonly decodeValues: string;
  /** What a screen reader calls the menus of the details: the decoders, the forms. */
  readonly decodeKeysAs: string;
  readonly decodeValuesAs: string;
  readonly showAs: string;
  readonly forms: Readonly<Record<'decoded' | RawForm, string>>;
  /** Of something decoded, where the text goes on. */
  readonly contentCut: string;

  // Grid
  readonly timestamp: string;
  readonly timestampHelp: string;
  readonly topic: string;
  readonly partition: string;
  /** The same in one or two letters, where the column is narrow. */
  readonly partitionShort: string;
  readonly offset: string;
  readonly key: string;
  readonly value: string;
  /** {0} number of records that arrived below the view */
  readonly newRecords: string;
  /** What a screen reader is told now and then while the view does not follow. {0} number */
  readonly newRecordsSpoken: string;
  readonly loadingRow: string;
  readonly sizeHelp: string;
  readonly columns: string;
  readonly addColumn: string;
  readonly showAsColumn: string;
  readonly moveLeft: string;
  readonly moveRight: string;
  /** {0} the column */
  readonly sortedBy: string;
  readonly sortDescending: string;
  /** {0} number of records that arrived since */
  readonly sortNewer: string;
  readonly sortAgain: string;
  readonly sortArrival: string;
  /** {0} the column */
  readonly sortBy: string;
  readonly timeLocal: string;
  readonly timeUtc: string;
  readonly timeEpoch: string;

  // Filter
  readonly filter: string;
  readonly filterKinds: Readonly<Record<TailFilter['kind'], string>>;
  /** What an empty field says. */
  readonly filterHints: Readonly<Record<TailFilter['kind'], string>>;
  readonly findNext: string;
  readonly findPrevious: string;
  readonly notFound: string;
  /** {0} number of matches */
  readonly matches: string;
  /** {0} the how many-th match, {1} of how many */
  readonly matchOf: string;
  readonly filterLoaded: string;
  readonly filterLoadedHelp: string;
  /** {0} shown, {1} loaded */
  readonly shownOfLoaded: string;
  readonly stillLooking: string;
  /** Instead of the counts, where a filter was taken away to show a record. */
  readonly filterLifted: string;
  /** {0} what is wrong, {1} at which character, from 1 */
  readonly problemAt: string;
  /** {0} percent, {1} matches */
  readonly scanned: string;
  /** {0} time as "4 s" */
  readonly timeLeft: string;
  readonly testSelected: string;
  /** {0} what was compared */
  readonly testMatches: string;
  readonly testFails: string;
  readonly noSelection: string;
  readonly filterMore: string;
  readonly saveFilter: string;
  readonly removeFilter: string;
  /** {0} the filter's kind, {1} its text */
  readonly savedFilter: string;
  /** {0} number of names */
  readonly namesOffered: string;
  readonly cancelScan: string;
  readonly scanOn: string;
  readonly noLoadedMatch: string;
  readonly noLoadedMatchHelp: string;
  readonly scanTopic: string;
  readonly scanTopicHelp: string;
  readonly showAll: string;
  /** {0} topic */
  readonly noMatch: string;
  /** {0} number of records that the filter kept */
  readonly matching: string;

  // Tags
  readonly nullTag: string;
  readonly tombstoneTag: string;
  readonly emptyTag: string;
  /** {0} size as "48 B" */
  readonly binaryTag: string;
  /** Before what could not be decoded as chosen. */
  readonly notDecodedTag: string;
  readonly noTimestampTag: string;
  readonly unreadableTag: string;
  /** {0} first offset, {1} last offset */
  readonly offsetRange: string;

  // Empty states and errors
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

  // Details
  readonly headers: string;
  /** {0} number */
  readonly headersCount: string;
  readonly info: string;
  readonly noHeaders: string;
  /** {0} shown, {1} all */
  readonly headersShown: string;
  readonly headerName: string;
  readonly headerValue: string;
  /** {0} shown as "1 MB", {1} all as "50 MB" */
  readonly contentShown: string;
  readonly nullContent: string;
  readonly tombstoneContent: string;
  readonly emptyContent: string;
  readonly recordGone: string;
  /** {0} reason */
  readonly detailsFailed: string;
  readonly batchUnreadable: string;
  readonly timestampCreate: string;
  readonly timestampLogAppend: string;
  readonly noTimestamp: string;
  readonly keySize: string;
  readonly valueSize: string;
  readonly codec: string;
  readonly codecNone: string;
  readonly producerId: string;
  readonly noProducerId: string;
  readonly producerEpoch: string;
  readonly transactional: string;
  readonly yes: string;
  readonly no: string;
  readonly location: string;
  readonly size: string;
  /** {0} key size as "7 B", {1} value size, {2} codec */
  readonly sizes: string;

  // Footer
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
}
