import {
  Disposable,
  l10n,
  StatusBarAlignment,
  TabInputNotebook,
  TabInputText,
  window,
  workspace,
  type StatusBarItem,
} from 'vscode';
import { commands, settingPrefix, settings } from '../ids.ts';
import type { BlockRuns } from './blockRuns.ts';
import { isCell } from './cellNotebook.ts';

/** True where producers that go on by themselves end with their editor. */
export function stopsOnClose(): boolean {
  return workspace.getConfiguration(settingPrefix).get(settings.stopProducersOnClose, true);
}

type FileTab = TabInputText | TabInputNotebook;

function isFile(input: unknown): input is FileTab {
  return input instanceof TabInputText || input instanceof TabInputNotebook;
}

/** Scheduled and rated producers: counted in the status bar while there are any, and stopped from there. */
export class StandingProducers {
  readonly #runs: BlockRuns;
  readonly #item: StatusBarItem;
  readonly #listeners: Disposable;

  constructor(runs: BlockRuns) {
    this.#runs = runs;
    this.#item = window.createStatusBarItem(StatusBarAlignment.Left);
    this.#item.name = l10n.t('Kafka producers');
    this.#item.command = commands.stopProducers;
    this.#listeners = Disposable.from(
      runs.onDidChange(() => this.#show()),
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const { input } of closed) {
          if (isFile(input)) this.#closed(input);
        }
      }),
    );
  }

  /** Asks which of them to stop. */
  async stop(): Promise<void> {
    const items = this.#runs.standing().map(({ uri, run }) => ({
      label: run.label,
      description: run.cluster,
      detail: `${workspace.asRelativePath(uri.fsPath)} · ${run.progress ?? ''}`,
      picked: true,
      run,
    }));
    if (items.length === 0) {
      void window.showInformationMessage(l10n.t('No scheduled or rated producer runs.'));
      return;
    }
    const chosen = await window.showQuickPick(items, {
      title: l10n.t('Stop Producers'),
      canPickMany: true,
    });
    for (const { run } of chosen ?? []) run.abort?.abort();
  }

  #show(): void {
    const count = this.#runs.standing().length;
    if (count === 0) {
      this.#item.hide();
      return;
    }
    const text = count === 1 ? l10n.t('1 producer') : l10n.t('{0} producers', count);
    this.#item.text = `$(sync) ${text}`;
    this.#item.tooltip = l10n.t(
      'Scheduled and rated producers of scratch files. Click to stop some.',
    );
    this.#item.show();
  }

  /** A document may stay open long after its last tab. */
  #closed(tab: FileTab): void {
    const isNotebook = tab instanceof TabInputNotebook;
    const isOpen = window.tabGroups.all.some(({ tabs }) =>
      tabs.some(
        ({ input }) =>
          isFile(input) &&
          input instanceof TabInputNotebook === isNotebook &&
          input.uri.toString() === tab.uri.toString(),
      ),
    );
    if (isOpen || !stopsOnClose()) return;
    for (const { uri, run } of this.#runs.standing()) {
      if (uri.path === tab.uri.path && isCell(uri) === isNotebook) run.abort?.abort();
    }
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item.dispose();
  }
}
