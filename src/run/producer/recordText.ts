import type { DataText } from '../blockResult.ts';

/** One record as texts, before formats make bytes of them. Undefined fields are left to the block. */
export interface RecordText {
  readonly key?: DataText;
  /** Bytes where a file is the value. */
  readonly value: DataText | Uint8Array;
  readonly headers?: readonly (readonly [name: string, value: DataText])[];
  readonly partition?: number;
  readonly timestampMs?: number;
}

/** Makes a text from a template of the body; without templates it returns the text itself. */
export type FillIn = (text: string) => string;

/** Makes one record of the run. */
export interface RecordMaker {
  /** Where it begins in what the records are made of, from 1; undefined where that is one record as a whole. */
  readonly line?: number;
  /** Called once for each record, so that `{{…}}` is filled in anew. */
  make(fill: FillIn): RecordText;
}

/** Makes records of a text that arrives in pieces; `last` comes with the last one, once. */
export type RecordParser = (text: string, last: boolean) => RecordMaker[];
