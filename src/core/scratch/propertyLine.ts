import type { PropertyTable } from './properties/propertyTables.ts';
import type { PropertySpec } from './properties/propertySpec.ts';
import type { PropertyLine } from './scratchDocument.ts';
import { rangeInLine, type TextRange } from './textRange.ts';

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
  return spec === undefined ? undefined : new LineOfBlock(text, line, 0, spec.name, colon, spec);
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
  const name = before.trim();
  const nameAt = name === '' ? colon : before.length - before.trimStart().length;
  return new LineOfBlock(text, line, nameAt, name, colon, table.get(name));
}

/** Its ranges are made when they are asked for: most lines of a large file have none shown. */
class LineOfBlock implements PropertyLine {
  readonly name: string;
  readonly spec: PropertySpec | undefined;
  readonly text: string;
  readonly line: number;
  readonly #nameAt: number;
  readonly #valueAt: number;

  constructor(
    text: string,
    line: number,
    nameAt: number,
    name: string,
    colon: number,
    spec: PropertySpec | undefined,
  ) {
    const after = text.slice(colon + 1);
    this.name = name;
    this.spec = spec;
    this.text = after.trim();
    this.line = line;
    this.#nameAt = nameAt;
    this.#valueAt = this.text === '' ? colon + 1 : text.length - after.trimStart().length;
  }

  get nameRange(): TextRange {
    return rangeInLine(this.line, this.#nameAt, this.#nameAt + this.name.length);
  }

  get valueRange(): TextRange {
    return rangeInLine(this.line, this.#valueAt, this.#valueAt + this.text.length);
  }
}
