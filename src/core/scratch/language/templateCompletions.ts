import { fakerMethods } from '../faker/fakerMethods.ts';
import type { ScratchDocument } from '../scratchDocument.ts';
import { builtinDocs } from './builtinDocs.ts';
import type { TextRange } from '../textRange.ts';
import type { Completion } from './completion.ts';
import { reservedVariables } from '../variableLine.ts';

/** What can stand behind `{{`. `after` is the rest of the line: braces that are there are not written twice. */
export function templateCompletions(
  { known }: ScratchDocument,
  range: TextRange,
  after: string,
): Completion[] {
  const close = /^\s*\}/.test(after) ? '' : '}}';
  const reserved: ReadonlySet<string> = new Set(reservedVariables);
  const own = new Set(known.map(({ name }) => name).filter((name) => !reserved.has(name)));
  return [
    ...[...builtinDocs].map(([name, doc]): Completion => ({
      label: name,
      kind: 'variable',
      insert: `${name}${close}`,
      range,
      doc,
    })),
    { label: '$env.', kind: 'variable', insert: '$env.', range, doc: 'An environment variable.' },
    ...[...own].map((name): Completion => ({
      label: name,
      kind: 'variable',
      insert: `${name}${close}`,
      range,
    })),
    ...[...fakerMethods].flatMap(([module, methods]) =>
      [...methods].map((method): Completion => ({
        label: `${module}.${method}`,
        kind: 'function',
        insert: `${module}.${method}${close}`,
        range,
      })),
    ),
  ];
}
