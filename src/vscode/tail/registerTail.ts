import {
  l10n,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type WebviewPanel,
} from 'vscode';
import type { Log } from '../../core/log.ts';
import { DecoderRegistry } from '../../core/serde/decoderRegistry.ts';
import { builtinDecoders } from '../../core/serde/decoders/builtinDecoders.ts';
import { tailPageState } from '../../protocol/tailPageState.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { showError, type CommandRegistrar } from '../commandRegistrar.ts';
import type { ExplorerNode } from '../explorer/explorerNode.ts';
import type { Own } from '../own.ts';
import { commands, panels, settingPrefix, settings } from '../ids.ts';
import { topicOrPick } from '../topics/pickTopic.ts';
import { RecordDocuments } from './recordDocuments.ts';
import type { OpenedTail } from './openedTail.ts';
import type { TailPanel, TailPanelOptions } from './tailPanel.ts';
import type { RestoredRead } from './restoredRead.ts';
import { TopicLooks } from './topicLooks.ts';
import { groupOfNodes } from './groupTargets.ts';
import { sameView } from './sameView.ts';
import { targetsOfNodes, targetsOfTopics } from './selectedTargets.ts';
import type { TailTarget } from './tailTarget.ts';
import { tailTitle } from './tailTitle.ts';

/**
 * Opens a tail view for a target, or shows the one that is open for it already. `starts` says where to begin
 * exactly (decimal strings by partition) in a view that reads from now on.
 */
export type OpenTail = (
  target: TailTarget,
  column?: ViewColumn,
  starts?: RestoredRead['starts'],
) => Promise<OpenedTail>;

const mebibyte = 1024 * 1024;
type TailContext = Pick<ExtensionContext, 'extension' | 'extensionUri' | 'globalState'>;

/** The command *Tail Topic*, the panels, and their restoring after a window reload. */
export function registerTail(
  own: Own,
  register: CommandRegistrar,
  clusters: ClusterRegistry,
  log: Log,
  { extension, extensionUri, globalState }: TailContext,
): OpenTail {
  const open = new Set<TailPanel>();
  const documents = new RecordDocuments();
  const looks = new TopicLooks(globalState);
  const decoders = new DecoderRegistry(builtinDecoders);
  own(documents);

  const attach = (
    create: (options: TailPanelOptions) => TailPanel,
    panel: WebviewPanel,
    target: TailTarget,
    restored?: RestoredRead,
  ): TailPanel => {
    const budgetMb = workspace
      .getConfiguration(settingPrefix)
      .get<number>(settings.tailBudgetMb, 256);
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'media', 'tail-light.svg'),
      dark: Uri.joinPath(extensionUri, 'media', 'tail-dark.svg'),
    };
    const view = create({
      panel,
      target,
      extensionUri,
      extensionId: extension.id,
      ...(restored && { restored }),
      budgetBytes: budgetMb * mebibyte,
      connect: () => clusters.client(target.cluster),
      another: (plan) => {
        const { cluster, topic, moreTopics } = target;
        const same = { cluster, topic, ...(moreTopics && { moreTopics }), ...plan };
        openPanel(create, same, ViewColumn.Beside);
      },
      documents,
      looks,
      decoders,
      log,
    });
    open.add(view);
    panel.onDidDispose(() => open.delete(view));
    return view;
  };

  const openPanel = (
    create: (options: TailPanelOptions) => TailPanel,
    target: TailTarget,
    column: ViewColumn,
    restored?: RestoredRead,
  ): TailPanel => {
    const panel = window.createWebviewPanel(panels.tail, tailTitle(target, l10n.t), column, {
      enableScripts: true,
    });
    return attach(create, panel, target, restored);
  };

  const openTail: OpenTail = async (target, column, starts) => {
    const create = await loadPanel();
    const shown = [...open].find((view) => sameView(view.shown, target));
    if (shown === undefined) {
      return openPanel(create, target, column ?? ViewColumn.Active, starts && { starts });
    }
    shown.reveal();
    // A live view goes on as it is; one that has ended would show nothing new, and a member may be told to seek.
    if (target.from.kind !== 'now' || target.group || starts || shown.ended) {
      shown.restart(target, undefined, starts && { starts });
    }
    return shown;
  };

  own(
    window.registerWebviewPanelSerializer(panels.tail, {
      deserializeWebviewPanel: async (panel, state) => {
        const target = tailPageState(state);
        if (target === undefined) {
          panel.dispose();
          return;
        }
        // A member of a group comes back as a reader without one.
        panel.title = tailTitle(target, l10n.t);
        attach(await loadPanel(), panel, target, target);
      },
    }),
  );
  own({
    dispose: () => {
      for (const { panel } of open) panel.dispose();
    },
  });

  own(
    window.registerUriHandler({
      handleUri: async (uri) => {
        try {
          const { openLink } = await import('./link/openLink.ts');
          await openLink(uri, clusters, openTail);
        } catch (error) {
          void showError(error, 'link', log);
        }
      },
    }),
  );

  // Who connects to a cluster mostly wants to see records: while its topics are asked for, there is time.
  own(
    clusters.onDidChange(({ cluster }) => {
      if (cluster === undefined || clusters.state(cluster).kind !== 'connected') return;
      loadPanel().catch((error: unknown) => log.debug(`tail view not loaded: ${String(error)}`));
    }),
  );

  register(commands.tailTopic, async (node?: ExplorerNode, nodes?: readonly ExplorerNode[]) => {
    const selected = targetsOfNodes(nodes ?? (node ? [node] : []));
    const picked =
      selected.length > 0
        ? undefined
        : await topicOrPick(clusters, undefined, l10n.t('Tail Topic'));
    const targets = picked === undefined ? selected : targetsOfTopics([picked]);
    for (const target of targets) await openTail(target);
  });
  register(commands.tailGroup, async (node?: ExplorerNode, nodes?: readonly ExplorerNode[]) => {
    const { tailGroup } = await import('./tailGroup.ts');
    const target = await tailGroup(groupOfNodes(nodes ?? (node ? [node] : [])), clusters);
    if (target !== undefined) await openTail(target);
  });
  return openTail;
}

/** What reads and shows records: loaded when a cluster was connected, or with the first view. */
async function loadPanel(): Promise<(options: TailPanelOptions) => TailPanel> {
  const { TailPanel } = await import('./tailPanel.ts');
  return (options) => new TailPanel(options);
}
