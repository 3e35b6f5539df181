import { window, type ExtensionContext } from 'vscode';
import { VirtualDocuments } from './vscode/virtualDocuments.ts';
import { ClusterRegistry } from './vscode/clusters/clusterRegistry.ts';
import { registerClusterCommands } from './vscode/clusters/registerClusterCommands.ts';
import { createCommandRegistrar } from './vscode/commandRegistrar.ts';
import { registerExplorer } from './vscode/explorer/registerExplorer.ts';
import { commands } from './vscode/ids.ts';
import { newScratchFile } from './vscode/scratch/newScratchFile.ts';
import { scratchOnDemand } from './vscode/scratch/scratchOnDemand.ts';
import { registerTail } from './vscode/tail/registerTail.ts';
import { registerTopicCommands } from './vscode/topics/registerTopicCommands.ts';
import type { Own } from './vscode/own.ts';
import type { ExplorerNode } from './vscode/explorer/explorerNode.ts';

/** Wires the features together. Opens no connection: that waits until a cluster is looked at. */
export function activate(context: ExtensionContext): void {
  const own: Own = (what) => void context.subscriptions.push(what);
  const log = window.createOutputChannel('Kafka', { log: true });
  const clusters = new ClusterRegistry(log, context.workspaceState);
  const documents = new VirtualDocuments();
  own(log);
  own(clusters);
  own(documents);

  const register = createCommandRegistrar(own, log);
  register(commands.showLog, () => log.show());
  registerClusterCommands(register, clusters);
  const { explorer, view } = registerExplorer(own, register, clusters, log);
  registerTopicCommands(register, clusters, explorer, view, documents);
  register(commands.exportTopic, async (node?: ExplorerNode) => {
    const { exportTopic } = await import('./vscode/export/exportTopic.ts');
    return exportTopic(clusters, log, node);
  });
  const openTail = registerTail(own, register, clusters, log, context);
  register(commands.produceMessage, async (node?: ExplorerNode) => {
    const { produceMessage } = await import('./vscode/produce/produceMessage.ts');
    return produceMessage(clusters, openTail, node);
  });
  register(commands.newScratchFile, () => newScratchFile(clusters));
  const changed = (cluster: string): void => explorer.refreshLists(cluster);
  const { extensionUri } = context;
  own(scratchOnDemand({ clusters, openTail, changed, extensionUri, log, register }));
}
