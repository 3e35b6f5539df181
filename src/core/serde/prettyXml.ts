import { xmlTokens, type XmlToken } from './xmlTokens.ts';

/** Deeper nesting is not indented further: a line must not be all spaces. */
const maxIndent = 40;

/**
 * XML laid out with two spaces. It only adds and removes white space between elements: an element that holds
 * text of its own, or asks to keep its space, stays exactly as it is written. What is not well-formed is
 * returned as it is.
 */
export function prettyXml(text: string): string {
  const found = xmlTokens(text);
  if (!found.ok) return text;
  const { tokens } = found;
  const kept = keptWhole(text, tokens);
  const lines: string[] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'text') continue;
    let { end } = token;
    if (token.kind === 'close') depth--;
    const close = kept.get(at);
    if (close !== undefined) {
      end = tokens[close]?.end ?? end;
      at = close;
    }
    lines.push('  '.repeat(Math.min(depth, maxIndent)) + text.slice(token.start, end));
    if (token.kind === 'open' && close === undefined) depth++;
  }
  return lines.join('\n');
}

/** The elements that stay as they are written, by their open tag: where they close. */
function keptWhole(text: string, tokens: readonly XmlToken[]): Map<number, number> {
  const whole = new Set<number>();
  const filled = new Set<number>();
  for (const [index, { kind, start, end, parent }] of tokens.entries()) {
    if (kind === 'close') continue;
    const content = text.slice(start, end);
    if (kind !== 'text') filled.add(parent);
    if (kind === 'text' ? content.trim() !== '' : content.startsWith('<![')) whole.add(parent);
    if (kind === 'open' && /\sxml:space\s*=\s*["']preserve/.test(content)) whole.add(index);
  }
  const kept = new Map<number, number>();
  for (const [index, { kind, parent }] of tokens.entries()) {
    // One without children needs no second line.
    if (kind === 'close' && (whole.has(parent) || !filled.has(parent))) kept.set(parent, index);
  }
  return kept;
}
