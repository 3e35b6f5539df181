import { workspace, type NotebookDocument, type TextDocument, type Uri } from 'vscode';

/** The scheme that VS Code gives the documents of notebook cells. */
const cellScheme = 'vscode-notebook-cell';

/** True for the document of a notebook's cell. */
export function isCell({ scheme }: Uri): boolean {
  return scheme === cellScheme;
}

/** The open notebook that a document is a cell of, if it is one. */
export function notebookOf({ uri }: Pick<TextDocument, 'uri'>): NotebookDocument | undefined {
  if (!isCell(uri)) return undefined;
  const text = uri.toString();
  return workspace.notebookDocuments.find(
    (notebook) =>
      notebook.uri.path === uri.path &&
      notebook.getCells().some(({ document }) => document.uri.toString() === text),
  );
}
