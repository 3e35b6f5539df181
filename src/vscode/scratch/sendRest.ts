import { env, l10n, window, workspace } from 'vscode';
import type { LostRecords } from '../../run/blockResult.ts';
import { resendable } from '../../run/producer/resendable.ts';
import type { BlockRuns } from './blockRuns.ts';
import type { FoundBlock } from './findBlock.ts';
import { refuseUntrusted, type RunBlockAgain } from './runInEditor.ts';

/**
 * *Send Only What Was Not Written*: of the last run of a PRODUCER what was refused and what was not sent any more.
 * What was sent without an answer goes along only if the user says so: it may be there already.
 */
export async function sendRest(
  found: FoundBlock,
  runs: BlockRuns,
  runAgain: RunBlockAgain,
): Promise<void> {
  refuseUntrusted(workspace.isTrusted);
  const { document, parse, block } = found;
  const run = runs.find(document.uri, parse, block);
  if (run?.result === undefined) return;
  const { unknown = 0 } = run.result;
  const only = await chosenOf(resendable(run.result, run.isPart), unknown);
  if (only === undefined || only.length === 0) return;
  await runAgain(found, { only, times: run.times });
  const again = runs.find(document.uri, parse, block);
  if (again?.result?.ok !== false || again.result.lost !== undefined) return;
  // It did not come as far as to send something: all of it is still to be sent.
  again.result = { ...again.result, lost: only.map((one) => ({ ...one, state: 'notSent' })) };
  runs.update(document.uri);
}

/** Undefined where the user thinks better of it. */
async function chosenOf(
  lost: readonly LostRecords[],
  unknown: number,
): Promise<readonly LostRecords[] | undefined> {
  if (unknown === 0) return lost;
  const without = l10n.t('Leave Them Out');
  const all = l10n.t('Send Them Again');
  const count = unknown.toLocaleString(env.language);
  const chosen = await window.showWarningMessage(
    unknown === 1
      ? l10n.t('1 record was sent and not answered: it may be in the topic already.')
      : l10n.t('{0} records were sent and not answered: they may be in the topic already.', count),
    { modal: true, detail: l10n.t('What is sent again may be there twice.') },
    without,
    all,
  );
  if (chosen === undefined) return undefined;
  return chosen === all ? lost : lost.filter(({ state }) => state !== 'unknown');
}
