import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Uri, workspace } from 'vscode';
import type { Disposes } from '../own.ts';

const scheme = 'kafka-workbench-record';
/** VS Code gives extensions no text documents above 50 MB; half of it keeps the editor usable. */
const maxDocumentLength = 25 * 1024 * 1024;

/**
 * Records in editors: read-only documents that exist nowhere else, forgotten when they are closed. What is
 * too large for one goes to a file in a folder that only the user can read and that ends with the window.
 */
export class RecordDocuments {
  readonly #texts = new Map<string, string>();
  readonly #disposables: Disposes[];
  #folder: Promise<string> | undefined;
  #files = 0;

  constructor() {
    this.#disposables = [
      workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: (uri) => this.#texts.get(uri.path),
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.#texts.delete(uri.path);
      }),
    ];
  }

  /** @param path ends with the file name that the editor's tab shows, its extension choosing the language */
  async show(path: string, content: string | Uint8Array): Promise<void> {
    // Not showTextDocument: that refuses files above 50 MB, and bytes.
    await commands.executeCommand('vscode.open', await this.#uri(path, content), { preview: true });
  }

  /** Shows two texts side by side in the editor's diff. */
  async compare(
    left: { readonly path: string; readonly text: string },
    right: { readonly path: string; readonly text: string },
    title: string,
  ): Promise<void> {
    const [before, after] = [
      await this.#uri(left.path, left.text),
      await this.#uri(right.path, right.text),
    ];
    await commands.executeCommand('vscode.diff', before, after, title, { preview: true });
  }

  /** Writes bytes to a file of their own and answers its path. */
  async file(name: string, content: Uint8Array | string): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'kafka-workbench-'));
    this.#files += 1;
    const path = join(await this.#folder, `${String(this.#files)}-${name}`);
    await writeFile(path, content, { mode: 0o600 });
    return path;
  }

  async #uri(path: string, content: string | Uint8Array): Promise<Uri> {
    if (typeof content !== 'string' || content.length > maxDocumentLength) {
      return Uri.file(await this.file(path.slice(path.lastIndexOf('/') + 1), content));
    }
    const uri = Uri.from({ scheme, path: `/${path}` });
    this.#texts.set(uri.path, content);
    return uri;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    const folder = this.#folder;
    folder?.then((path) => rm(path, { recursive: true, force: true })).catch(() => undefined);
  }
}
