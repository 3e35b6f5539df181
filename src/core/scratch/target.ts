import { argumentWords } from './argumentWords.ts';

/** What a SHOW block shows. `name` is a topic, a group or a broker's id. */
export type ShowTarget =
  | {
      readonly what:
        'topics' | 'groups' | 'brokers' | 'acls' | 'connectors' | 'subjects' | 'transactions';
    }
  | { readonly what: 'topic' | 'group' | 'topicConfigs' | 'brokerConfigs'; readonly name: string };

/** What a DELETE block deletes. */
export interface DeleteTarget {
  readonly what: 'topic' | 'group' | 'connector' | 'subject';
  readonly name: string;
}

const lists = [
  'topics',
  'groups',
  'brokers',
  'acls',
  'connectors',
  'subjects',
  'transactions',
] as const;

/** The forms after SHOW, for completion and hints. */
export const showForms: readonly string[] = [
  'topics',
  'topic NAME',
  'groups',
  'group ID',
  'brokers',
  'configs topic NAME',
  'configs broker ID',
  'acls',
  'connectors',
  'subjects',
  'transactions',
];

/** Reads what follows SHOW; undefined where it is no known form. */
export function showTarget(rest: string): ShowTarget | undefined {
  const words = argumentWords(rest);
  const [first = '', second, third] = words;
  if (words.length === 1) {
    const what = lists.find((list) => list === first);
    return what === undefined ? undefined : { what };
  }
  if (words.length === 2 && second !== undefined && (first === 'topic' || first === 'group')) {
    return { what: first, name: second };
  }
  if (words.length !== 3 || first !== 'configs' || third === undefined) {
    return undefined;
  }
  return second === 'topic'
    ? { what: 'topicConfigs', name: third }
    : second === 'broker'
      ? { what: 'brokerConfigs', name: third }
      : undefined;
}

const deletable = ['topic', 'group', 'connector', 'subject'] as const;

/** Reads what follows DELETE; undefined where it is no known form. */
export function deleteTarget(rest: string): DeleteTarget | undefined {
  const [first, name, ...more] = argumentWords(rest);
  const what = deletable.find((one) => one === first);
  return what === undefined || name === undefined || more.length > 0 ? undefined : { what, name };
}
