import { Range } from 'vscode';
import type { TextRange } from '../../core/scratch/textRange.ts';

/** A range of the parser as VS Code's; `lines` moves it down. */
export function toRange({ start, end }: TextRange, lines = 0): Range {
  return new Range(start.line + lines, start.character, end.line + lines, end.character);
}
