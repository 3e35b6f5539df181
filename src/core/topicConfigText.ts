/** What was wrong with a piece of `name=value, name=value`; `part` is the piece as typed. */
export interface TopicConfigProblem {
  readonly part: string;
}

/**
 * Reads topic configs as a user types them in one line: `cleanup.policy=compact, retention.ms=604800000`.
 * A value with commas of its own (`cleanup.policy=compact,delete`) continues until the next `name=`.
 */
export function parseTopicConfigs(text: string): ReadonlyMap<string, string> | TopicConfigProblem {
  const configs = new Map<string, string>();
  let last: string | undefined;
  for (const raw of text.split(',')) {
    const part = raw.trim();
    const match = /^([a-z][a-z0-9.-]*)\s*=\s*(.*)$/.exec(part);
    if (match?.[1] !== undefined) {
      last = match[1];
      configs.set(last, match[2] ?? '');
    } else if (last !== undefined && part !== '') {
      configs.set(last, `${configs.get(last) ?? ''},${part}`);
    } else if (part !== '') {
      return { part };
    }
  }
  return configs;
}
