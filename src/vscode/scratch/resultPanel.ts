import { env, l10n, ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import type { Log } from '../../core/log.ts';
import { notebookTarget } from '../../protocol/notebookChecks.ts';
import type { BlockResult } from '../../run/blockResult.ts';
import { resultOutput } from '../../run/output/resultOutput.ts';
import { showError } from '../commandRegistrar.ts';
import { commands, panels } from '../ids.ts';
import type { OpenTail } from '../tail/registerTail.ts';
import { loadPage } from '../webviewPage.ts';

/** So many rows a panel lists: more than a notebook's cell. */
const mostRows = 5_000;

/** What a result panel needs. */
export interface ResultPanelDeps {
  readonly extensionUri: Uri;
  readonly openTail: OpenTail;
  readonly log: Log;
}

/**
 * The table of a block's result beside its file. There is one such panel, and it shows the last that was asked for.
 * It ends with its window, as results do: what was read is not kept on disk for the next one.
 */
export class ResultPanel {
  readonly #deps: ResultPanelDeps;
  #panel: WebviewPanel | undefined;
  #post: () => unknown = () => undefined;

  constructor(deps: ResultPanelDeps) {
    this.#deps = deps;
  }

  /** @param title what was run, for the panel's tab */
  show(title: string, result: BlockResult, cluster: string): void {
    const panel = this.#panel ?? this.#open();
    panel.title = title;
    const output = resultOutput(result, { cluster, mostRows }, l10n.t, env.language);
    // A page that is hidden is gone: it asks again when it is shown.
    this.#post = () => panel.webview.postMessage(output);
    this.#post();
    panel.reveal(undefined, true);
  }

  #open(): WebviewPanel {
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel(panels.result, '', column, { enableFindWidget: true });
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (message === 'ready') this.#post();
      else void this.#openLink(message);
    });
    panel.onDidDispose(() => (this.#panel = undefined));
    loadPage(panel.webview, this.#deps.extensionUri, 'result', l10n.t('Result'));
    this.#panel = panel;
    return panel;
  }

  async #openLink(message: unknown): Promise<void> {
    const { openTail, log } = this.#deps;
    try {
      const { cluster, topic, plan } = notebookTarget(message);
      await openTail({ cluster, topic, ...plan }, ViewColumn.Beside);
    } catch (error) {
      await showError(error, commands.openResult, log);
    }
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}
