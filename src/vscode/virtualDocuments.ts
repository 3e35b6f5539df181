import { EventEmitter, Uri, window, workspace } from 'vscode';
import type { Disposes } from './own.ts';

const scheme = 'kafka-workbench';

/** Read-only documents that exist only in the editor: descriptions, records. Closed ones are forgotten. */
export class VirtualDocuments {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #disposables: Disposes[];

  constructor() {
    this.#disposables = [
      this.#changed,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) => this.#texts.get(uri.path),
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (document.uri.scheme === scheme) this.#texts.delete(document.uri.path);
      }),
    ];
  }

  /** Shows `text` under a path such as `Local/orders.md`; the same path shows the newest text. */
  async show(path: string, text: string): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${path}` });
    this.#texts.set(uri.path, text);
    this.#changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
