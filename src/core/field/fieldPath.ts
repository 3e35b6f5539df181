/**
 * One field of a record: a header by its name, or a member of a key or value that is JSON, however deep. A
 * step into an array is its index in digits.
 */
export type FieldPath =
  | { readonly root: 'header'; readonly name: string }
  | { readonly root: 'key' | 'value'; readonly steps: readonly string[] };

/** So many steps are followed: deeper than any record a person would look into. */
const maxSteps = 50;
const step = /\.([^.[\]"]+)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]/y;

/**
 * Reads a path as it is written: `value.order.items[0].sku`, `key.id`, `header.trace-id`; a name with dots,
 * brackets or quotes as `value["a.b"]`. `value.items.0` is the same as `value.items[0]`. Undefined for
 * everything else, and for a whole key or value.
 */
export function parseFieldPath(text: string): FieldPath | undefined {
  if (text.startsWith('header.') && text.length > 'header.'.length) {
    return { root: 'header', name: text.slice('header.'.length) };
  }
  const root = text.startsWith('value') ? 'value' : text.startsWith('key') ? 'key' : undefined;
  if (root === undefined || text.length === root.length) return undefined;
  const steps: string[] = [];
  step.lastIndex = root.length;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    const [, name, index, quoted] = found ?? [];
    const read = name ?? index ?? (quoted === undefined ? undefined : unquoted(quoted));
    if (read === undefined || steps.length === maxSteps) return undefined;
    steps.push(read);
  }
  return { root, steps };
}

/** Writes a path as {@link parseFieldPath} reads it. */
export function fieldPathText(path: FieldPath): string {
  if (path.root === 'header') return `header.${path.name}`;
  const steps = path.steps.map((name) => {
    if (/^\d{1,9}$/.test(name)) return `[${name}]`;
    return /^[^.[\]"]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
  });
  return path.root + steps.join('');
}

/** What a JSON string says; undefined where it is none. */
export function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
