import type { TextDocument } from 'vscode';
import { clusterProblems } from '../../core/scratch/language/clusterProblems.ts';
import { liveProblems } from '../../core/scratch/language/liveProblems.ts';
import type { ScratchDiagnostic } from '../../core/scratch/scratchDocument.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { blockCluster } from './blockCluster.ts';
import type { ClusterFactsCache } from './clusterFactsCache.ts';
import type { ScratchParses } from './scratchParses.ts';

/** What is wrong with a file where it is: clusters that are not saved, and what its cluster is known to lack. */
export type ProblemsAround = (document: TextDocument) => readonly ScratchDiagnostic[];

/** Finds such problems from what is known at the moment: nothing is asked of a cluster for them. */
export function problemsAround(
  parses: ScratchParses,
  clusters: ClusterRegistry,
  facts: ClusterFactsCache,
): ProblemsAround {
  return (document) => {
    const parsed = parses.of(document).document;
    const known = facts.of(blockCluster(parsed, clusters).name);
    const names = clusters.list().map(({ name }) => name);
    return [
      ...clusterProblems(parsed, names),
      ...(known === undefined
        ? []
        : liveProblems(parsed, known, parses.topicsMadeElsewhere(document))),
    ];
  };
}
