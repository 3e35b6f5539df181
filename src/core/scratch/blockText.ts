import type { ScratchBlock } from './scratchDocument.ts';
import { splitLines } from './lines.ts';

/** The lines of each block, joined by `\n`: two blocks with the same text do the same. */
export function blockTexts(text: string, blocks: readonly ScratchBlock[]): string[] {
  const lines = splitLines(text);
  return blocks.map(({ startLine, endLine }) =>
    lines
      .slice(startLine, endLine)
      .map((line) => line.text)
      .join('\n'),
  );
}

/** The block that a line belongs to: the one it stands in, or the last before it. Undefined before the first. */
export function blockAtLine(
  blocks: readonly ScratchBlock[],
  line: number,
): ScratchBlock | undefined {
  return blocks.findLast(({ startLine }) => startLine <= line);
}
