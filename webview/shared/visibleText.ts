/** A piece of text; `mark` is set for a stand-in of a character that cannot be seen. */
export interface TextPart {
  readonly text: string;
  readonly mark: boolean;
}

// Controls, bidirectional controls, invisible spaces, line separators, and halves of surrogate pairs.
// Joiners (U+200C, U+200D) stay: scripts and emoji need them.
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Makes visible what a record hides: a line end becomes `↵`, a tab `⇥`, another control its picture, and
 * whatever would turn, split or hide text its code point (`U+202E`).
 *
 * @param layout `line`: all on one line; `lines`: tabs are kept (line ends were cut by the caller)
 */
export function visibleText(text: string, layout: 'line' | 'lines'): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(invisible)) {
    const character = match[0];
    if (layout === 'lines' && character === '\t') continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), mark: false });
    parts.push({ text: standIn(character.charCodeAt(0)), mark: true });
    from = match.index + character.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), mark: false });
  return parts;
}

function standIn(code: number): string {
  if (code === 0x0a) return '↵';
  if (code === 0x09) return '⇥';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
