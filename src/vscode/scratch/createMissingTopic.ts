import { l10n, window, workspace } from 'vscode';
import { createTopicOn } from '../topics/createTopicOn.ts';
import { blockCluster } from './blockCluster.ts';
import type { BlockRuns } from './blockRuns.ts';
import type { FoundBlock } from './findBlock.ts';
import { refuseUntrusted, type RunBlockAgain } from './runInEditor.ts';
import type { ScratchDeps } from './scratchDeps.ts';

/**
 * Creates a topic that a block needs, as its broker shapes topics, on the cluster where the block failed or would
 * run. A block that has failed is run again.
 * Gives the cluster's name, undefined where nothing was done.
 */
export async function createMissingTopic(
  found: FoundBlock,
  topic: string,
  runs: BlockRuns,
  runAgain: RunBlockAgain,
  { clusters, changed }: ScratchDeps,
): Promise<string | undefined> {
  refuseUntrusted(workspace.isTrusted);
  const { document, parse, block } = found;
  const run = runs.find(document.uri, parse, block);
  const cluster = run?.cluster ?? blockCluster(parse.document, clusters).name;
  if (cluster === undefined) return undefined;
  if (!(await createTopicOn(clusters, cluster, { name: topic }))) return undefined;
  changed(cluster);
  if (run?.result?.ok !== false) {
    void window.showInformationMessage(l10n.t('Created topic {0} on {1}.', topic, cluster));
    return cluster;
  }
  // What was just allowed need not be asked again.
  await runAgain(found, { allowed: new Set([cluster]), times: run.times });
  return cluster;
}
