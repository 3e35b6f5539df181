import type { PropertyTable } from './properties/propertyTables.ts';
import type { PropertyLine } from './scratchDocument.ts';
import { rangeInLine } from './textRange.ts';

/**
 * Reads a PRODUCER's property line as the existing format does: a known name at column 0, right before
 * the first `:`. Anything else is undefined (and starts the body).
 */
export function strictProperty(
  text: string,
  line: number,
  table: PropertyTable,
): PropertyLine | undefined {
  const colon = text.indexOf(':');
  const spec = colon > 0 ? table.get(text.slice(0, colon)) : undefined;
  return spec === undefined ? undefined : { ...lineOf(text, line, 0, colon, colon), spec };
}

/**
 * Reads a property line of a block without a body: indentation and spaces before the first `:` do no
 * harm, and the name may be unknown. Undefined where the line has no `:`.
 */
export function looseProperty(
  text: string,
  line: number,
  table: PropertyTable,
): PropertyLine | undefined {
  const colon = text.indexOf(':');
  if (colon < 0) {
    return undefined;
  }
  const before = text.slice(0, colon);
  const nameAt = before.length - before.trimStart().length;
  const found = lineOf(text, line, Math.min(nameAt, colon), before.trimEnd().length, colon);
  return { ...found, spec: table.get(found.name) };
}

function lineOf(
  text: string,
  line: number,
  nameAt: number,
  nameEnd: number,
  colon: number,
): PropertyLine {
  const after = text.slice(colon + 1);
  const value = after.trim();
  const valueAt = value === '' ? colon + 1 : text.length - after.trimStart().length;
  return {
    name: text.slice(nameAt, nameEnd),
    spec: undefined,
    text: value,
    line,
    nameRange: rangeInLine(line, nameAt, Math.max(nameAt, nameEnd)),
    valueRange: rangeInLine(line, valueAt, valueAt + value.length),
  };
}
