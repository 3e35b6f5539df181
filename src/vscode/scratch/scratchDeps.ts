import type { Uri } from 'vscode';
import type { Log } from '../../core/log.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import type { CommandRegistrar } from '../commandRegistrar.ts';
import type { OpenTail } from '../tail/registerTail.ts';

/** What the scratch feature needs of the others. */
export interface ScratchDeps {
  readonly clusters: ClusterRegistry;
  readonly openTail: OpenTail;
  /** Told the cluster whose topics or groups a block has changed. */
  readonly changed: (cluster: string) => void;
  readonly extensionUri: Uri;
  readonly log: Log;
  readonly register: CommandRegistrar;
}
