import { l10n, ViewColumn } from 'vscode';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import type { MarkedCluster } from '../../kafka/connection/refuseReadOnly.ts';
import { settle } from '../../kafka/connection/settle.ts';
import type { BlockResult } from '../../run/blockResult.ts';
import { confirmMembership } from '../../run/consumer/confirmMembership.ts';
import { planRead, type ReadRequest } from '../../run/consumer/planRead.ts';
import { resolveGroupPlan } from '../../run/consumer/resolvePlan.ts';
import { tailPlanOf } from '../../run/consumer/tailPlanOf.ts';
import { withRandomData } from '../../run/faker/withRandomData.ts';
import { refuseErrors, runBlock } from '../../run/runBlock.ts';
import type { RunContext } from '../../run/runContext.ts';
import { refuseWritingBlock } from '../../run/writeAccess.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import type { OpenedTail } from '../tail/openedTail.ts';
import type { TailGroup } from '../tail/tailTarget.ts';
import { confirmPlan } from './confirmPlan.ts';
import type { ScratchDeps } from './scratchDeps.ts';

/** Everything about a run but the client. */
export type Prepared = Omit<RunContext, 'client'>;

/** Where a read began, by partition: decimal strings. */
export type Starts = Readonly<Record<string, string>>;

/** A tail view that reads for a CONSUMER, and what to say at the block while it does and afterwards. */
export interface BlockView {
  readonly tail: OpenedTail;
  readonly reading: string;
  readonly shown: string;
}

/** What a CONSUMER is shown in. */
export interface ShownIn {
  /** One with an end of its own is shown in a tail view, too, if that can end there. */
  readonly table: boolean;
  /** Where it began, if it has run until now. */
  readonly starts: Starts | undefined;
}

/** A CONSUMER that has no end opens a tail view beside; everything else gives a result. */
export async function runOrTail(
  block: ScratchBlock,
  cluster: string,
  context: Prepared,
  { table, starts }: ShownIn,
  { clusters, openTail }: ScratchDeps,
): Promise<BlockResult | BlockView> {
  if (block.kind === 'CONSUMER' && context.watch === undefined) {
    refuseErrors(block, context);
    const request = planRead(block, await withRandomData(block, context));
    const plan = tailPlanOf(request, table);
    if (plan !== undefined) {
      const marked: MarkedCluster = clusters.find(cluster) ?? { name: cluster };
      refuseWritingBlock(block, marked);
      await confirmMembership(request, block, context, marked);
      // Its mark may be set while the view is open, and the view may read again then.
      const allowed = new Set(marked.access === 'production' ? [cluster] : []);
      const group = tailGroupOf(request, async () => {
        const now = clusters.find(cluster) ?? { name: cluster };
        refuseWritingBlock(block, now);
        const confirm = confirmPlan(now, allowed);
        await confirmMembership(request, block, { t: context.t, confirm }, now);
      });
      const target = { cluster, topic: request.topic, ...plan, ...(group && { group }) };
      const begun = starts && { [request.topic]: starts };
      return viewOf(await openTail(target, ViewColumn.Beside, begun), group);
    }
  }
  const client = await connected(cluster, clusters, context.signal);
  return runBlock(block, { ...context, client });
}

/** A connecting cluster goes on connecting, but a block that is cancelled does not wait for it. */
export function connected(cluster: string, clusters: ClusterRegistry, signal: AbortSignal) {
  return settle(clusters.client(cluster), { signals: [signal] });
}

/** @param mayJoin refuses, or asks where the cluster's mark demands it */
function tailGroupOf(request: ReadRequest, mayJoin: () => Promise<void>): TailGroup | undefined {
  const { group } = request;
  return group === undefined
    ? undefined
    : {
        id: group.id,
        plan: async (client, signal) => {
          await mayJoin();
          return resolveGroupPlan({ ...request, group }, client, signal);
        },
      };
}

function viewOf(tail: OpenedTail, group: TailGroup | undefined): BlockView {
  return group === undefined
    ? {
        tail,
        reading: l10n.t('reading in the tail view…'),
        shown: l10n.t('✓ shown in the tail view'),
      }
    : {
        tail,
        reading: l10n.t('reading as a member of “{0}” in the tail view…', group.id),
        shown: l10n.t('✓ shown in the tail view, as a member of “{0}”', group.id),
      };
}
