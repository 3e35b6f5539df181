import type { Log } from '../../core/log.ts';
import type { BatchFilter } from './batchFilter.ts';
import type { BodyThread } from './bodyThread.ts';
import type { ByteThrottle } from './byteThrottle.ts';
import type { Checksums } from './checksums.ts';
import type { RecordBudget } from './recordBudget.ts';
import type { Turns } from './turns.ts';

/** How a topic is read, besides what its plan says. */
export interface TopicReaderOptions {
  readonly log: Log;
  /** `always` unless told. */
  readonly checksums?: Checksums;
  /** What several reads have in common. */
  readonly shared?: SharedRead;
}

/** What reads that belong together share: their turns on the event loop, their pace, a limit, a filter. */
export interface SharedRead {
  readonly turns: Turns;
  readonly throttle: ByteThrottle;
  readonly budget?: RecordBudget;
  /** Opened and closed by whoever shares it. */
  readonly filter?: BatchFilter;
  /** Closed by whoever shares it. */
  readonly bodies?: BodyThread;
}
