/** `###` at column 0, whatever follows: the end of a block. */
export function isSeparator(text: string): boolean {
  return text.startsWith('###');
}

/** `--` at column 0: a comment. */
export function isComment(text: string): boolean {
  return text.startsWith('--');
}

/** Nothing but white space. */
export function isBlank(text: string): boolean {
  return text.length === 0 || text.trim() === '';
}
