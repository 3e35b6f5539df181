import type { DiagnosticList } from './diagnosticList.ts';
import type { FileVariable } from './scratchDocument.ts';
import { fakerLocale } from './faker/fakerLocales.ts';
import type { ValueParser } from './parsed.ts';
import { seed } from './values/seed.ts';
import { someText } from './values/text.ts';

/** What reserved variables can say. */
const readers: ReadonlyMap<string, ValueParser<unknown>> = new Map<string, ValueParser<unknown>>([
  ['cluster', someText],
  ['seed', seed],
  ['locale', fakerLocale],
]);

/** Reports variables that stand twice and reserved ones with a value that means nothing. */
export function checkVariables(
  variables: readonly FileVariable[],
  diagnostics: DiagnosticList,
): void {
  const last = new Map(variables.map((variable) => [variable.name, variable]));
  for (const variable of variables) {
    const { name, nameRange, valueRange, text } = variable;
    if (last.get(name) !== variable) {
      diagnostics.add('warning', nameRange, undefined, 'variableDuplicate', name);
    } else {
      const read = readers.get(name)?.(text);
      const range = text === '' ? nameRange : valueRange;
      if (read?.ok === false) diagnostics.addProblem('error', range, undefined, read.problem);
    }
  }
}
