import { tokenKind, type JsonTokens } from './jsonTokens.ts';

/** Deeper nesting is not indented further: a line must not be all spaces. */
const maxIndent = 40;
/** An array or object without children of its own stays on one line up to this many characters. */
const inlineLength = 60;

/** How tokens fall into lines: line `i` holds tokens `starts[i]` … `starts[i + 1] - 1`. */
export interface JsonLines {
  readonly count: number;
  /** One entry more than lines: the last is the number of tokens. */
  readonly starts: readonly number[];
  readonly indents: readonly number[];
}

/** Lays tokens out as a person would write them; works on any tokens, balanced or not. */
export function jsonLines(tokens: JsonTokens): JsonLines {
  const { kinds, count } = tokens;
  const starts: number[] = [];
  const indents: number[] = [];
  let depth = 0;
  const line = (at: number): void => {
    if (starts.at(-1) === at) return;
    starts.push(at);
    indents.push(Math.min(depth, maxIndent));
  };
  if (count > 0) line(0);
  for (let at = 0; at < count; at++) {
    const kind = kinds[at];
    if (kind === tokenKind.open) {
      const close = inlineEnd(tokens, at, depth > 0);
      if (close === undefined) {
        depth++;
        if (at + 1 < count) line(at + 1);
      } else {
        at = close;
      }
    } else if (kind === tokenKind.comma && at + 1 < count) {
      line(at + 1);
    }
    if (kinds[at + 1] === tokenKind.close && at + 1 < count) {
      depth = Math.max(0, depth - 1);
      // The line may have been begun by a comma or an opening bracket just before: it is the closer's.
      if (starts.at(-1) === at + 1) indents[indents.length - 1] = Math.min(depth, maxIndent);
      else line(at + 1);
    }
  }
  starts.push(count);
  return { count: indents.length, starts, indents };
}

/** The closing token of what opens at `open`, if that stays on its line. */
function inlineEnd(tokens: JsonTokens, open: number, mayHoldValues: boolean): number | undefined {
  const { kinds, starts, ends, count } = tokens;
  let length = 0;
  for (let at = open + 1; at < count; at++) {
    const kind = kinds[at];
    if (kind === tokenKind.close) return at === open + 1 || mayHoldValues ? at : undefined;
    if (kind === tokenKind.open || !mayHoldValues) return undefined;
    length += (ends[at] ?? 0) - (starts[at] ?? 0);
    if (length > inlineLength) return undefined;
  }
  return undefined;
}

/** True where a space stands before token `at` on its line, as in `{ "a": 1, "b": [2, 3] }`. */
export function spaceBefore(tokens: JsonTokens, at: number): boolean {
  const { kinds, starts, text } = tokens;
  const before = kinds[at - 1];
  const here = kinds[at];
  if (before === tokenKind.comma || before === tokenKind.colon) return true;
  const isBrace = (index: number, brace: string): boolean => text[starts[index] ?? 0] === brace;
  if (before === tokenKind.open) return isBrace(at - 1, '{') && here !== tokenKind.close;
  if (here === tokenKind.close) return isBrace(at, '}') && before !== tokenKind.close;
  return before === tokenKind.other || here === tokenKind.other;
}
