import type { ScratchBlock, ScratchDiagnostic } from '../core/scratch/scratchDocument.ts';
import type { MarkedCluster } from '../kafka/connection/refuseReadOnly.ts';
import { errorActions } from '../messages/errorActions.ts';
import type { Remedy } from '../messages/remedyTitle.ts';
import type { BlockFailure, BlockResult } from './blockResult.ts';
import { resendable } from './producer/resendable.ts';

/**
 * What can be done without changing the file about a block that has failed, or was cancelled, on a saved cluster.
 *
 * @param isPart of a PRODUCER's records only some were to be sent
 */
export function remediesOf(
  block: ScratchBlock,
  result: BlockResult,
  cluster: MarkedCluster,
  isPart: boolean,
): readonly Remedy[] {
  return [
    ...(resendable(result, isPart).length > 0 ? [{ action: 'sendRest' } as const] : []),
    ...(result.error === undefined ? [] : failureRemedies(block, result.error, cluster)),
  ];
}

function failureRemedies(
  block: ScratchBlock,
  { reason, topic }: BlockFailure,
  cluster: MarkedCluster,
): readonly Remedy[] {
  const actions = errorActions(reason);
  if (actions.includes('createTopic')) return topicRemedies(block, topic, cluster);
  if (actions.includes('editCluster')) return [{ action: 'editCluster', cluster: cluster.name }];
  return reason === 'clusterReadOnly' ? [{ action: 'setAccess', cluster: cluster.name }] : [];
}

/** What can be done outside of the file about a problem that is known without running its block. */
export function problemRemedies(
  { code, args }: ScratchDiagnostic,
  block: ScratchBlock | undefined,
  cluster: MarkedCluster | undefined,
): readonly Remedy[] {
  const name = String(args[0]);
  switch (code) {
    case 'topicNotThere':
      return topicRemedies(block, name, cluster);
    case 'clusterUnknown':
    case 'clusterSuggested':
      return [{ action: 'addCluster', name }];
    default:
      return [];
  }
}

/** Of blocks that need their topic: the others only ask about it or take it away. */
function topicRemedies(
  block: ScratchBlock | undefined,
  topic: string | undefined,
  cluster: MarkedCluster | undefined,
): readonly Remedy[] {
  const isNeeded = block?.kind === 'PRODUCER' || block?.kind === 'CONSUMER';
  const mayWrite = cluster !== undefined && cluster.access !== 'readOnly';
  return isNeeded && mayWrite && topic !== undefined ? [{ action: 'createTopic', topic }] : [];
}
