import { tokenKind, type JsonTokens } from './jsonTokens.ts';

/** Where a container is: of an array the index of its member of now, of an object the key. */
interface Level {
  readonly isArray: boolean;
  index: number;
  key: string;
}

/**
 * The steps from the root to what a token belongs to: a value, the value of a key, the container that a bracket opens
 * or closes. Undefined where the tokens are no JSON up to there.
 */
export function jsonPathAt(tokens: JsonTokens, at: number): readonly string[] | undefined {
  const { kinds, starts, ends, text } = tokens;
  const levels: Level[] = [];
  for (let each = 0; each <= at; each++) {
    const kind = kinds[each];
    const level = levels.at(-1);
    if (kind === tokenKind.other) return undefined;
    if (kind === tokenKind.close) levels.pop();
    else if (kind === tokenKind.key && level) level.key = keyText(text, starts[each], ends[each]);
    if (each === at) break;
    if (kind === tokenKind.open) {
      levels.push({ isArray: text[starts[each] ?? 0] === '[', index: 0, key: '' });
    } else if (kind === tokenKind.comma && level) {
      level.index++;
    }
  }
  return levels.map(({ isArray, index, key }) => (isArray ? String(index) : key));
}

function keyText(text: string, start = 0, end = 0): string {
  const written = text.slice(start, end);
  try {
    return JSON.parse(written) as string;
  } catch {
    return written;
  }
}
