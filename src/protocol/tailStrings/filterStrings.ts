import type { TailFilter } from '../tailPlan.ts';

/** Looking for records, among the loaded ones and in the topic. */
export interface FilterStrings {
  readonly filter: string;
  readonly filterKinds: Readonly<Record<TailFilter['kind'], string>>;
  /** What an empty field says. */
  readonly filterHints: Readonly<Record<TailFilter['kind'], string>>;
  readonly filterNot: string;
  readonly filterNotHelp: string;
  /** Said when that is switched. */
  readonly notOn: string;
  readonly notOff: string;
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
  /** As `savedFilter`, of one that keeps what does not match. */
  readonly savedNotFilter: string;
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
}
