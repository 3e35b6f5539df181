/** A text that Markdown shows as it stands, on one line: whatever means something there is escaped. */
export function markdownText(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]()#+!|<>~&$-]/g, '\\$&');
}

/** A text as inline code that holds in a table, too: nothing in it is taken for Markdown or HTML. */
export function markdownCode(text: string): string {
  // A table has no way to write this as code.
  if (text.includes('\\|')) return markdownText(text);
  const line = oneLine(text).replaceAll('|', '\\|');
  const runs = (line.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  // One space at both ends is taken away again by who reads it.
  const pad = /^[\s`]|[\s`]$/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A fenced block of a language that no line of the text ends early. */
export function markdownBlock(text: string, language: string): string {
  const runs = (text.match(/`{3,}/g) ?? []).map(({ length }) => length);
  const fence = '`'.repeat(Math.max(2, ...runs) + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function oneLine(text: string): string {
  return text
    .replace(/\r\n|\r|\n/g, '↵')
    .replaceAll('\t', '⇥')
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escaped);
}

function escaped(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
