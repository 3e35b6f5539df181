import { l10n, NotebookCellKind, window, workspace, type NotebookCell } from 'vscode';
import { notebookMarkdown } from '../../messages/notebookMarkdown.ts';
import { notebookMime, type NotebookOutput } from '../../protocol/notebookOutput.ts';
import { notebookIds } from '../ids.ts';

/** *Export Notebook with Outputs to Markdown…*: asks where to, writes the file and shows it. */
export async function exportNotebook(): Promise<void> {
  const notebook = window.activeNotebookEditor?.notebook;
  if (notebook?.notebookType !== notebookIds.type) return;
  const path = notebook.uri.path.replace(/\.kafka$/, '');
  const target = await window.showSaveDialog({
    title: l10n.t('Export Notebook with Outputs to Markdown'),
    defaultUri: notebook.uri.with({ path: `${path}.md`, scheme: fileScheme(notebook.uri.scheme) }),
    filters: { Markdown: ['md'] },
  });
  if (target === undefined) return;
  const text = notebookMarkdown(
    notebook.getCells().map((cell) => ({
      markdown: cell.kind === NotebookCellKind.Markup,
      text: cell.document.getText(),
      outputs: outputsOf(cell),
    })),
  );
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await window.showTextDocument(target);
}

/** A notebook that was never saved has a scheme that nothing can be written to. */
function fileScheme(scheme: string): string {
  return scheme === 'untitled' ? 'file' : scheme;
}

function outputsOf({ outputs }: NotebookCell): NotebookOutput[] {
  return outputs.flatMap(({ items }) =>
    items
      .filter(({ mime }) => mime === notebookMime)
      .map(({ data }) => JSON.parse(new TextDecoder().decode(data)) as NotebookOutput),
  );
}
