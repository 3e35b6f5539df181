/** Of a text with a caret: the name that is being typed there, and where it begins. */
export function nameBefore(text: string, caret: number): { name: string; start: number } {
  const name =
    /[A-Za-z_][\w.]*(?:\[(?:\d*|"[^"]*"?)\]?[\w.]*)*$/.exec(text.slice(0, caret))?.[0] ?? '';
  return { name, start: caret - name.length };
}

const most = 50;

/** The names that begin like `typed`, whatever the case, then those that hold it; none where it is one of them. */
export function completions(names: readonly string[], typed: string): readonly string[] {
  const wanted = typed.toLowerCase();
  if (wanted === '' || names.includes(typed)) return [];
  const begin = names.filter((name) => name.toLowerCase().startsWith(wanted));
  const hold = names.filter((name) => name.toLowerCase().includes(wanted) && !begin.includes(name));
  return [...begin, ...hold].slice(0, most);
}
