import type { ScratchDocument } from '../scratchDocument.ts';
import { rangeInLine, type TextRange } from '../textRange.ts';

/** A file that a property names, as written, and where the name stands. */
export interface FileLink {
  readonly path: string;
  readonly range: TextRange;
}

/** Every `file(…)` in the properties of a file. */
export function fileLinks({ blocks }: ScratchDocument): FileLink[] {
  return blocks.flatMap(({ properties }) =>
    properties.flatMap(({ text, line, valueRange }) => {
      const found = /(?:^|\s)file\(\s*(["']?)(.+?)\1\s*\)$/.exec(text);
      const path = found?.[2];
      if (path === undefined) return [];
      const start = valueRange.start.character + text.lastIndexOf(path);
      return [{ path, range: rangeInLine(line, start, start + path.length) }];
    }),
  );
}
