/** The records over time. */
export interface TimelineStrings {
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
}
