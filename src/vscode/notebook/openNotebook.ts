import { commands, TabInputNotebook, TabInputText, Uri, window, workspace } from 'vscode';
import { notebookIds } from '../ids.ts';

/**
 * Opens a `.kafka` file as a notebook: the one of a menu, else that of the active tab. What is unsaved is saved
 * first; the notebook takes the place of the text editor that was active.
 */
export async function openAsNotebook(file?: unknown): Promise<void> {
  const before = window.tabGroups.activeTabGroup.activeTab;
  const uri = file instanceof Uri ? file : activeFile();
  if (uri === undefined) return;
  const unsaved = workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  if (unsaved !== undefined && !(await unsaved.save())) return;
  await commands.executeCommand('vscode.openWith', uri, notebookIds.type);
  if (before?.input instanceof TabInputText && before.input.uri.toString() === uri.toString()) {
    await window.tabGroups.close(before);
  }
}

/** Opens the file of a notebook in the text editor. The notebook stays: closed it would lose its outputs. */
export async function openAsText(): Promise<void> {
  const uri = activeFile();
  if (uri === undefined) return;
  const unsaved = workspace.notebookDocuments.find(
    (notebook) => notebook.isDirty && notebook.uri.toString() === uri.toString(),
  );
  if (unsaved !== undefined && !(await unsaved.save())) return;
  await commands.executeCommand('vscode.openWith', uri, 'default');
}

function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputText || input instanceof TabInputNotebook ? input.uri : undefined;
}
