import type { DiagnosticList } from './diagnosticList.ts';
import type { FileVariable } from './scratchDocument.ts';
import { seed } from './values/seed.ts';

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
    } else if (name === 'seed' && !seed(text).ok) {
      diagnostics.add('error', valueRange, undefined, 'seedInvalid', text);
    } else if (name === 'cluster' && text === '') {
      diagnostics.add('error', nameRange, undefined, 'valueMissing');
    }
  }
}
