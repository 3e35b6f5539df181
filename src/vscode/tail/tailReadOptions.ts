import type { Log } from '../../core/log.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { Translate } from '../../messages/translate.ts';
import type { TailTarget } from './tailTarget.ts';

/** What a tail view's reading needs, and whom it tells. */
export interface TailReadOptions {
  readonly target: TailTarget;
  readonly connect: () => Promise<ClusterClient>;
  readonly log: Log;
  readonly t: Translate;
  /** In which numbers are written. */
  readonly locale: string;
  /** Records have arrived. */
  readonly batch: (batch: RecordBatch) => void;
  /** Something in {@link TailRead.status} changed. May be called for every batch. */
  readonly changed: () => void;
}
