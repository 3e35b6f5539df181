import { problem, type Problem } from './problem.ts';
import type { PropertyTable } from './properties/propertyTables.ts';
import { suggestName } from './suggestion.ts';

/** A problem that starts at the beginning of its line. */
export interface NearProperty {
  readonly problem: Problem;
  /** Behind the last character of what would have to be written otherwise. */
  readonly end: number;
}

/**
 * The first line of a body that was likely meant as a property: misspelt, indented, with a space before its colon,
 * or the topic that is missing, without one. The existing format takes all of these for text, and so it stays text;
 * undefined for any other line.
 *
 * @param missing the property that the block must have and lacks so far
 */
export function nearProperty(
  text: string,
  table: PropertyTable,
  missing: string | undefined,
): NearProperty | undefined {
  if (missing !== undefined && new RegExp(`^${missing}\\s+\\S+\\s*$`).test(text)) {
    return { problem: problem('colonMissing', missing), end: missing.length };
  }
  const [before, name = ''] = /^\s*([A-Za-z][\w-]*)\s*:/.exec(text) ?? [];
  if (before === undefined) return undefined;
  const near = table.has(name) ? name : suggestName(name, table.keys());
  const value = text.slice(before.length).trim();
  return near === undefined || table.get(near)?.parse(value).ok !== true
    ? undefined
    : { problem: problem('bodyNearProperty', near), end: before.length };
}
