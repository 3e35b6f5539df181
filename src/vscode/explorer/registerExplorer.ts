import {
  commands as vscodeCommands,
  ConfigurationTarget,
  env,
  l10n,
  window,
  workspace,
  type Disposable,
  type TreeView,
} from 'vscode';
import type { Log } from '../../core/log.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import type { CommandRegistrar } from '../commandRegistrar.ts';
import { commands, contextKeys, settingPrefix, settings, views } from '../ids.ts';
import type { Own } from '../own.ts';
import { Explorer } from './explorer.ts';
import { nameOf, type ExplorerNode, type ListNode } from './explorerNode.ts';
import { selectedNodes, type NodeOrSelection } from './selectedNodes.ts';

/** The tree's provider and its view. */
export interface ExplorerView {
  readonly explorer: Explorer;
  readonly view: TreeView<ExplorerNode>;
}

const internalTopicsSetting = (): boolean =>
  workspace.getConfiguration(settingPrefix).get<boolean>(settings.showInternalTopics, false);

/** Creates the tree and the commands that concern the tree alone. */
export function registerExplorer(
  own: Own,
  register: CommandRegistrar,
  clusters: ClusterRegistry,
  log: Log,
): ExplorerView {
  const explorer = new Explorer(clusters, log, internalTopicsSetting());
  const view = window.createTreeView(views.explorer, {
    treeDataProvider: explorer,
    showCollapseAll: true,
    canSelectMany: true,
  });
  own(explorer);
  own(view);
  own(followInternalTopics(explorer));

  register(commands.refresh, (node?: ExplorerNode) => explorer.refresh(node));
  register(commands.retry, (node?: ExplorerNode) => {
    if (node !== undefined) explorer.retry(node);
  });
  register(commands.filter, async (node?: ListNode) => {
    const list = node ?? (await pickList(explorer));
    if (list !== undefined) await askFilter(explorer, list);
  });
  register(commands.clearFilter, (node?: ListNode) => {
    if (node !== undefined) explorer.setFilter(node, undefined);
  });
  register(commands.showInternalTopics, () => setInternalTopics(true));
  register(commands.hideInternalTopics, () => setInternalTopics(false));
  register(commands.copyName, async (node?: NodeOrSelection, nodes?: ExplorerNode[]) => {
    const names = selectedNodes(view, node, nodes).flatMap((one) => nameOf(one) ?? []);
    if (names.length > 0) await env.clipboard.writeText(names.join('\n'));
  });
  return { explorer, view };
}

function followInternalTopics(explorer: Explorer): Disposable {
  const apply = (): void => {
    const shown = internalTopicsSetting();
    explorer.showInternalTopics(shown);
    void vscodeCommands.executeCommand('setContext', contextKeys.internalTopicsShown, shown);
  };
  apply();
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${settingPrefix}.${settings.showInternalTopics}`)) apply();
  });
}

async function setInternalTopics(shown: boolean): Promise<void> {
  const configuration = workspace.getConfiguration(settingPrefix);
  const inWorkspace =
    configuration.inspect(settings.showInternalTopics)?.workspaceValue !== undefined;
  await configuration.update(
    settings.showInternalTopics,
    shown,
    inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
}

async function askFilter(explorer: Explorer, list: ListNode): Promise<void> {
  const text = await window.showInputBox({
    title: l10n.t('Filter'),
    prompt: l10n.t(
      'Show only names that contain this text, in upper or lower case. Leave it empty to show all.',
    ),
    value: explorer.filterOf(list) ?? '',
  });
  if (text !== undefined) explorer.setFilter(list, text.trim());
}

async function pickList(explorer: Explorer): Promise<ListNode | undefined> {
  const labels = {
    topics: l10n.t('Topics'),
    groups: l10n.t('Consumer Groups'),
    brokers: l10n.t('Brokers'),
  };
  const lists = explorer.lists();
  if (lists.length === 0) {
    void window.showInformationMessage(
      l10n.t('Expand a cluster first: its lists can then be filtered.'),
    );
    return undefined;
  }
  const picked = await window.showQuickPick(
    lists.map((list) => ({ label: labels[list.list], description: list.cluster, list })),
    { title: l10n.t('Filter'), placeHolder: l10n.t('Choose a list') },
  );
  return picked?.list;
}
