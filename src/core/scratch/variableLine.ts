import type { FileVariable } from './scratchDocument.ts';
import { rangeInLine } from './textRange.ts';

/** The variables that mean something to the product itself. */
export const reservedVariables = ['cluster', 'seed', 'locale'] as const;

const pattern = /^@([A-Za-z_][\w-]*)\s*=(.*)$/s;

/** Reads `@name = value`; undefined where the line is none. */
export function variableLine(text: string, line: number): FileVariable | undefined {
  const match = text.startsWith('@') ? pattern.exec(text) : null;
  const name = match?.[1];
  const after = match?.[2];
  if (name === undefined || after === undefined) {
    return undefined;
  }
  const value = after.trim();
  const valueAt = value === '' ? text.length : text.length - after.trimStart().length;
  return {
    name,
    text: value,
    line,
    nameRange: rangeInLine(line, 0, name.length + 1),
    valueRange: rangeInLine(line, valueAt, valueAt + value.length),
  };
}
