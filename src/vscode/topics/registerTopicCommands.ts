import type { TreeView } from 'vscode';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import type { CommandRegistrar } from '../commandRegistrar.ts';
import type { Explorer } from '../explorer/explorer.ts';
import type { ExplorerNode } from '../explorer/explorerNode.ts';
import { selectedNodes, type NodeOrSelection } from '../explorer/selectedNodes.ts';
import { commands } from '../ids.ts';
import type { VirtualDocuments } from '../virtualDocuments.ts';
import { createTopic } from './createTopic.ts';
import { deleteTopics } from './deleteTopics.ts';
import { describeTopic } from './describeTopic.ts';

/** Create, delete and describe a topic. */
export function registerTopicCommands(
  register: CommandRegistrar,
  clusters: ClusterRegistry,
  explorer: Explorer,
  view: TreeView<ExplorerNode>,
  documents: VirtualDocuments,
): void {
  register(commands.createTopic, (node?: ExplorerNode) => createTopic(clusters, explorer, node));
  register(commands.describeTopic, (node?: ExplorerNode) =>
    describeTopic(clusters, documents, node),
  );
  register(commands.deleteTopic, (node?: NodeOrSelection, nodes?: ExplorerNode[]) => {
    const chosen = selectedNodes(view, node, nodes);
    // A key pressed on something that is no topic is not a wish to pick one.
    if (node === 'selection' && !chosen.some(({ kind }) => kind === 'topic')) return;
    return deleteTopics(clusters, explorer, chosen);
  });
}
