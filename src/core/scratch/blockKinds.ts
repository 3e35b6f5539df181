/** The keyword that opens a block. */
export type BlockKind =
  'PRODUCER' | 'CONSUMER' | 'TOPIC' | 'GROUP' | 'CONNECTOR' | 'SCHEMA' | 'SHOW' | 'DELETE';

/** What a kind of block looks like. `doc` is one English sentence, translated where it is shown. */
export interface BlockKindSpec {
  readonly kind: BlockKind;
  /** A block with a body ends only at `###` or at the end of the file. */
  readonly body: boolean;
  /** What follows the keyword, for the hint when it is missing. */
  readonly form: string;
  readonly doc: string;
}

/** All kinds, in the order in which completion offers them. */
export const blockKinds: readonly BlockKindSpec[] = [
  { kind: 'PRODUCER', body: true, form: 'PRODUCER label', doc: 'Writes records to a topic.' },
  {
    kind: 'CONSUMER',
    body: false,
    form: 'CONSUMER group',
    doc: 'Reads a topic; with a group id as a member of that group, without one leaving no trace.',
  },
  {
    kind: 'TOPIC',
    body: false,
    form: 'TOPIC name',
    doc: 'Creates a topic, or changes the one that exists to match, after showing the difference.',
  },
  {
    kind: 'GROUP',
    body: false,
    form: 'GROUP id',
    doc: 'Describes a consumer group or, with “reset”, moves its committed offsets.',
  },
  {
    kind: 'CONNECTOR',
    body: true,
    form: 'CONNECTOR name',
    doc: 'Creates or updates a connector of Kafka Connect.',
  },
  { kind: 'SCHEMA', body: true, form: 'SCHEMA subject', doc: 'Registers a schema.' },
  { kind: 'SHOW', body: false, form: 'SHOW topics', doc: 'Shows what a cluster has as a table.' },
  {
    kind: 'DELETE',
    body: false,
    form: 'DELETE topic name',
    doc: 'Deletes a topic, group, connector or subject after asking.',
  },
];

const byKind = new Map<string, BlockKindSpec>(blockKinds.map((spec) => [spec.kind, spec]));

/** The kind that a word names, or undefined; words are upper case. */
export function blockKindOf(word: string): BlockKindSpec | undefined {
  return byKind.get(word);
}
