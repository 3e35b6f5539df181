import type { Log } from '../core/log.ts';
import type { ScratchDocument } from '../core/scratch/scratchDocument.ts';
import type { ClusterClient } from '../kafka/connection/clusterClient.ts';
import type { Translate } from '../messages/translate.ts';
import type { BlockResult } from './blockResult.ts';
import type { Preview } from './preview.ts';
import type { RandomDataFactory } from './faker/randomData.ts';
import type { OnlyRecords } from './producer/wantedRecords.ts';

/** What is asked about before it is done; `write` is asked on production clusters alone, for what is done without asking elsewhere. */
export type ConfirmedAction = 'write' | 'change' | 'reset' | 'delete';

/** How far a PRODUCER is: records surely written, and the milliseconds since it began to send. */
export interface RunProgress {
  readonly written: number;
  readonly ms: number;
}

/** Everything a block needs to run; one context serves all blocks of a file. */
export interface RunContext {
  readonly document: ScratchDocument;
  readonly client: ClusterClient;
  readonly t: Translate;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** The folder that `file(…)` is relative to; undefined for a file that was never saved. */
  readonly baseDir: string | undefined;
  /** Values that win over the file's `@name = …` lines. */
  readonly overrides: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Present once it is loaded (`withRandomData`). */
  readonly randomData?: RandomDataFactory;
  /** Where a CONSUMER without `from:` begins; `latest` where it is left out. */
  readonly consumeFrom?: 'earliest' | 'latest';
  /** Sends so many times as many records as the block says. */
  readonly times?: number;
  /** Of a PRODUCER's records only these are sent, in their places among the others. */
  readonly only?: OnlyRecords;
  /** Present where blocks only tell what they would do. */
  readonly preview?: Preview;
  /** Told now and then how far a PRODUCER is. */
  readonly progress?: (progress: RunProgress) => void;
  /** Told where a CONSUMER without a group began, by partition (decimal strings). */
  readonly began?: (starts: Readonly<Record<string, string>>) => void;
  /**
   * Present where a CONSUMER that begins at the end shall go on until the signal aborts, which is then its
   * end: told what it has read, first when it has begun.
   */
  readonly watch?: (found: Pick<BlockResult, 'records' | 'truncated'>) => void;
  /** Asks before something is destroyed or altered, with what would be done; headless it is `--yes`. */
  readonly confirm: (plan: string, action: ConfirmedAction) => Promise<boolean>;
}
