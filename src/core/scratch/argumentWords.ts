/** `{{…}}` is one word with what touches it, whatever spaces stand between its braces. */
const word = /(?:\{\{[^{}]*\}\}|(?!\{\{[^{}]*\}\})\S)+/g;

/** The words of what follows a keyword: `SHOW topic {{ name }}` has two behind it. */
export function argumentWords(rest: string): readonly string[] {
  return rest.match(word) ?? [];
}
