import type { RecordRow } from './tailRow.ts';
import type { TailPlan } from './tailPlan.ts';
import type { CellStrings } from './tailStrings/cellStrings.ts';

/** The MIME type of a block's result in a notebook: a {@link NotebookOutput} as JSON. */
export const notebookMime = 'application/vnd.kafka-workbench.result+json';

/** What became of a block, as a notebook's cell shows it: bounded, whatever was read. */
export interface NotebookOutput {
  readonly state: 'running' | 'ok' | 'failed' | 'stopped';
  /** One line: `✓ users[2]@1043 · 12 ms`. */
  readonly summary: string;
  /** Why it failed, in whole sentences; absent where the summary says it all. */
  readonly message?: string;
  /** Which records a run that failed or was stopped did not surely write. */
  readonly lost?: NotebookTable;
  readonly table?: NotebookTable;
  /** How many rows there are besides those of the table. */
  readonly more?: string;
  readonly link?: NotebookLink;
  readonly strings: NotebookStrings;
  /** BCP 47 tag of VS Code's display language. */
  readonly locale: string;
}

/** Records that were read, or the rows of anything else under their columns' names. */
export type NotebookTable =
  | { readonly kind: 'records'; readonly rows: readonly RecordRow[] }
  | {
      readonly kind: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly NotebookValue[])[];
    };

/** A value of a row; decimal strings for what a number cannot hold. */
export type NotebookValue = string | number | boolean | null;

/** Opens the tail view of a topic. */
export interface NotebookLink extends NotebookTarget {
  readonly text: string;
}

/** What a tail view shows, and of which cluster. */
export interface NotebookTarget {
  readonly cluster: string;
  readonly topic: string;
  readonly plan: TailPlan;
}

/** The texts that the renderer needs besides those of the output itself. */
export interface NotebookStrings extends CellStrings {
  /** Names the table to a screen reader. */
  readonly result: string;
  readonly lost: string;
  readonly timestamp: string;
  readonly partition: string;
  readonly offset: string;
  readonly key: string;
  readonly value: string;
  readonly headers: string;
}
