import { argumentWords } from './argumentWords.ts';
import { blockKindOf, type BlockKind } from './blockKinds.ts';
import { deleteTarget, showTarget } from './target.ts';

/** What the first word of a line makes of it. */
export type KeywordLine =
  | {
      readonly state: 'opens';
      readonly kind: BlockKind;
      readonly rest: string;
      readonly restAt: number;
    }
  | { readonly state: 'glued'; readonly kind: BlockKind }
  | { readonly state: 'incomplete'; readonly kind: BlockKind };

const keywordPattern =
  /^(PRODUCER|CONSUMER|TOPIC|GROUP|CONNECTOR|SCHEMA|SHOW|DELETE)(?![\p{L}\p{N}_])(.*)$/su;
const gluedPattern = /^(PRODUCER|CONSUMER)[\p{L}\p{N}_]/u;

/**
 * Reads a line as the first of a block. PRODUCER and CONSUMER open one whatever follows, as in the
 * existing format; the other keywords only where the line is complete, so that prose stays prose.
 * `glued`: letters follow the keyword at once, which the existing format took for a block.
 */
export function keywordLine(text: string): KeywordLine | undefined {
  const code = text.charCodeAt(0);
  if (code < 65 || code > 90) {
    return undefined;
  }
  const match = keywordPattern.exec(text);
  const kind = blockKindOf(match?.[1] ?? '')?.kind;
  if (match === null || kind === undefined) {
    const glued = blockKindOf(gluedPattern.exec(text)?.[1] ?? '');
    return glued === undefined ? undefined : { state: 'glued', kind: glued.kind };
  }
  const after = match[2] ?? '';
  const rest = after.trim();
  const restAt = kind.length + (after.length - after.trimStart().length);
  return isComplete(kind, after, rest)
    ? { state: 'opens', kind, rest, restAt }
    : { state: 'incomplete', kind };
}

function isComplete(kind: BlockKind, after: string, rest: string): boolean {
  if (kind === 'PRODUCER' || kind === 'CONSUMER') {
    return true;
  }
  if (!/^\s/.test(after)) {
    return false;
  }
  switch (kind) {
    case 'SHOW':
      return showTarget(rest) !== undefined;
    case 'DELETE':
      return deleteTarget(rest) !== undefined;
    case 'TOPIC':
    case 'GROUP':
    case 'CONNECTOR':
    case 'SCHEMA':
      return argumentWords(rest).length === 1;
  }
}
