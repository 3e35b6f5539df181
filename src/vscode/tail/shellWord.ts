/** A word that a POSIX shell takes as it stands. */
export function shellWord(text: string): string {
  return /^[\w.,:@/=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
