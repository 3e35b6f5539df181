import type { ScratchDocument } from '../../core/scratch/scratchDocument.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';

/** The cluster that a file's blocks run on. */
export interface BlockCluster {
  readonly name: string | undefined;
  /** The file's own `@cluster` line says so. */
  readonly pinned: boolean;
}

/** `@cluster` of the file (the last one, as for any variable), else the selected cluster. */
export function blockCluster(document: ScratchDocument, clusters: ClusterRegistry): BlockCluster {
  const pinned = document.known.findLast(({ name }) => name === 'cluster')?.text;
  return pinned === undefined || pinned === ''
    ? { name: clusters.selected()?.name, pinned: false }
    : { name: pinned, pinned: true };
}
