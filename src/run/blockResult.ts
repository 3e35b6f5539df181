import type { KafkaErrorReason } from '../core/kafkaError.ts';
import type { BlockKind } from '../core/scratch/blockKinds.ts';
import type { TextRange } from '../core/scratch/textRange.ts';

/** A record that was written. `offset` is a decimal string, absent where `acks: 0` leaves it unknown. */
export interface ProducedPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset?: string;
}

/** Consecutive records that were written; both offsets are inclusive decimal strings. */
export interface ProducedRange {
  readonly topic: string;
  readonly partition: number;
  readonly firstOffset?: string;
  readonly lastOffset?: string;
  readonly count: number;
}

/**
 * Records of a failed run that were not surely written: refused, unknown (sent, and nobody answered), or not sent
 * any more. Numbers count the run's records from 0, lines those of the body or file from 1; all are inclusive.
 */
export interface LostRecords {
  readonly state: 'refused' | 'unknown' | 'notSent';
  readonly first: number;
  /** Absent where it is all from `first` on. */
  readonly last?: number;
  readonly firstLine?: number;
  readonly lastLine?: number;
  /** Why, in whole sentences. */
  readonly message?: string;
}

/** Bytes as text: a string where they are UTF-8, base64 where not, `null` where there are none. */
export type DataText = string | null | { readonly base64: string };

/** A record that was read; its shape can be written again with `records: jsonl`. */
export interface ReadRecord {
  readonly topic: string;
  readonly partition: number;
  /** Decimal string. */
  readonly offset: string;
  /** Milliseconds since the epoch; −1 where the record has none. */
  readonly timestamp: number;
  readonly key: DataText;
  readonly value: DataText;
  readonly headers: readonly (readonly [name: string, value: DataText])[];
}

/** One row of a SHOW block. */
export type ShownRow = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Why a block failed: `message` in whole sentences, `short` in few words for the end of a line. `range` is
 * the text to blame, where there is one.
 */
export interface BlockFailure {
  readonly reason: KafkaErrorReason;
  readonly message: string;
  readonly short: string;
  /** The topic that it is about. */
  readonly topic?: string;
  readonly range?: TextRange;
  /** Of the record that it is about, 1-based in the block's body or file. */
  readonly line?: number;
}

/** What running one block gave: the JSON line of the headless runner, apart from `error.range`. */
export interface BlockResult {
  readonly block: number;
  readonly kind: BlockKind;
  /** 0-based line of the keyword. */
  readonly line: number;
  readonly ok: boolean;
  readonly ms: number;
  readonly records?: readonly (ProducedPlace | ReadRecord)[];
  /** Instead of `records` where more than 100 were written. */
  readonly ranges?: readonly ProducedRange[];
  /** How many were written, where `ranges` stand instead of a list. */
  readonly count?: number;
  /** After a failure: how many records are surely not written. */
  readonly refused?: number;
  /** After a failure: how many records were sent and not answered, so that nobody knows. */
  readonly unknown?: number;
  /** After a failure: which records those are, and which were not sent; the first 100 ranges. */
  readonly lost?: readonly LostRecords[];
  /** True where more records were there than the result lists. */
  readonly truncated?: true;
  /** On how many records the expression of `where` failed, which count as not wanted, and the first of them. */
  readonly whereFailed?: {
    readonly count: number;
    readonly partition: number;
    /** Decimal string. */
    readonly offset: string;
    readonly message: string;
  };
  readonly rows?: readonly ShownRow[];
  /** In a preview: what running the block would do; nothing was done. */
  readonly plan?: string;
  /** What a block that changes something did. */
  readonly change?: 'created' | 'alreadySo' | 'changed' | 'reset' | 'deleted';
  /** What became of a PRODUCER's transaction; `unknown` where the cluster did not answer to its end. */
  readonly transaction?: 'committed' | 'aborted' | 'unknown';
  /** True where a PRODUCER was cancelled on its way; the counts tell what it wrote. */
  readonly cancelled?: true;
  readonly error?: BlockFailure;
}
