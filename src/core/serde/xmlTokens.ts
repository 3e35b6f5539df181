/** A piece of an XML text. `parent` is the index of the open tag around it, −1 at the top. */
export interface XmlToken {
  readonly kind: 'open' | 'close' | 'empty' | 'text' | 'other';
  readonly start: number;
  readonly end: number;
  readonly parent: number;
}

/** The tokens of a document, in their order, or that it is none. Places are UTF-16 units. */
export type XmlTokens =
  | { readonly ok: true; readonly tokens: readonly XmlToken[] }
  /** Where it stops being well-formed XML. */
  | { readonly ok: false; readonly at: number };

const name = String.raw`[\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*`;
const openTag = new RegExp(
  String.raw`<(${name})(?:\s+${name}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(/?)>`,
  'uy',
);
const closeTag = new RegExp(String.raw`</(${name})\s*>`, 'uy');
const strayAmpersand = new RegExp(String.raw`&(?!#\d+;|#x[\da-fA-F]+;|${name};)`, 'u');

/**
 * Cuts a text into the tokens of one well-formed XML document: tags that match, one root, quoted
 * attributes. Nothing is resolved, no entity, no DTD; linear time, any depth.
 */
export function xmlTokens(text: string): XmlTokens {
  const tokens: XmlToken[] = [];
  const open: { readonly index: number; readonly name: string }[] = [];
  let roots = 0;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const push = (kind: XmlToken['kind'], end: number): void => {
    tokens.push({ kind, start: at, end, parent: open.at(-1)?.index ?? -1 });
    at = end;
  };
  while (at < text.length) {
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      const end = next < 0 ? text.length : next;
      const piece = text.slice(at, end);
      if (strayAmpersand.test(piece) || (open.length === 0 && piece.trim() !== '')) {
        return { ok: false, at };
      }
      push('text', end);
      continue;
    }
    const special = specialEnd(text, at);
    if (special !== undefined) {
      if (special < 0 || (text.startsWith('<![', at) && open.length === 0))
        return { ok: false, at };
      push('other', special);
      continue;
    }
    const closing = matchAt(closeTag, text, at);
    if (closing) {
      const top = open.at(-1);
      if (top === undefined || top.name !== closing[1]) return { ok: false, at };
      open.pop();
      tokens.push({ kind: 'close', start: at, end: at + closing[0].length, parent: top.index });
      at += closing[0].length;
      continue;
    }
    const opening = matchAt(openTag, text, at);
    if (!opening || (open.length === 0 && ++roots > 1)) return { ok: false, at };
    const empty = opening[2] === '/';
    push(empty ? 'empty' : 'open', at + opening[0].length);
    if (!empty) open.push({ index: tokens.length - 1, name: opening[1] ?? '' });
  }
  return open.length === 0 && roots === 1 ? { ok: true, tokens } : { ok: false, at };
}

/** Where a comment, CDATA, instruction or DOCTYPE ends; −1 where it does not, undefined for a tag. */
function specialEnd(text: string, at: number): number | undefined {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!text.startsWith(opening, at)) continue;
    const end = text.indexOf(closing, at + opening.length);
    return end < 0 ? -1 : end + closing.length;
  }
  return text.startsWith('<!DOCTYPE', at) ? doctypeEnd(text, at) : undefined;
}

function doctypeEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") {
      at = text.indexOf(character, at + 1);
      if (at < 0) return -1;
    } else if (character === '<') depth++;
    else if (character === '>' && --depth === 0) return at + 1;
  }
  return -1;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
