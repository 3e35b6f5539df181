import { DiagnosticList } from '../diagnosticList.ts';
import type { ScratchDiagnostic, ScratchDocument } from '../scratchDocument.ts';
import { suggestName } from '../suggestion.ts';

/** An `@cluster` line that names no saved cluster: its blocks would not run. @param saved their names */
export function clusterProblems(
  { variables }: ScratchDocument,
  saved: readonly string[],
): readonly ScratchDiagnostic[] {
  const named = variables.findLast(({ name }) => name === 'cluster');
  if (named === undefined || named.text === '' || saved.includes(named.text)) return [];
  const found = new DiagnosticList();
  const near = suggestName(named.text, saved);
  if (near === undefined) {
    found.add('warning', named.valueRange, undefined, 'clusterUnknown', named.text);
  } else {
    found.add('warning', named.valueRange, undefined, 'clusterSuggested', named.text, near);
  }
  return found.sorted();
}
