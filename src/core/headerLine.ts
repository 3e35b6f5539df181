/** Headers typed in one line, or the piece that is not of the form `name=value`. */
export type HeaderLine =
  { readonly headers: readonly (readonly [string, string])[] } | { readonly part: string };

/**
 * Reads `name=value, name=value`: order and duplicates are kept, a value may hold `=`, names and values
 * are trimmed. A value that needs a comma is written with `\,`.
 */
export function parseHeaderLine(text: string): HeaderLine {
  const headers: (readonly [string, string])[] = [];
  for (const raw of text.split(/(?<!\\),/)) {
    const part = raw.trim();
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at < 0 || name === '') return { part };
    headers.push([
      name.replaceAll('\\,', ','),
      part
        .slice(at + 1)
        .trim()
        .replaceAll('\\,', ','),
    ]);
  }
  return { headers };
}
