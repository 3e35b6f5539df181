import { l10n, window } from 'vscode';
import type { ConfirmedAction, RunContext } from '../../run/runContext.ts';
import { typedName } from '../clusters/allowWriting.ts';
import type { MarkedCluster } from '../../kafka/connection/refuseReadOnly.ts';

/**
 * How a run in the editor asks before it does something: by a dialog, for a production cluster by typing its name.
 * Writing as such is asked about once, however often a schedule sends. Rejects with an AbortError where the answer
 * is no: who says so knows that nothing was done.
 *
 * @param allowed clusters that may be written to without asking again
 */
export function confirmPlan(
  cluster: MarkedCluster | undefined,
  allowed = new Set<string>(),
): RunContext['confirm'] {
  return async (plan, action) => {
    const name = cluster?.access === 'production' ? cluster.name : undefined;
    if (name !== undefined && action === 'write' && allowed.has(name)) return true;
    const yes =
      name === undefined ? await clicked(plan, confirmTitle(action)) : await typedName(name, plan);
    if (!yes) throw new DOMException('Declined', 'AbortError');
    if (name !== undefined && action === 'write') allowed.add(name);
    return true;
  };
}

async function clicked(plan: string, go: string): Promise<boolean> {
  return (await window.showWarningMessage(plan, { modal: true }, go)) === go;
}

function confirmTitle(action: ConfirmedAction): string {
  switch (action) {
    case 'write':
      return l10n.t('Write');
    case 'change':
      return l10n.t('Change');
    case 'reset':
      return l10n.t('Move Offsets');
    case 'delete':
      return l10n.t('Delete');
  }
}
