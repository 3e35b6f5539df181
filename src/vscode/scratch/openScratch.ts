import { window, workspace } from 'vscode';
import { languages } from '../ids.ts';

/** Opens an untitled scratch file with this text. */
export async function openScratch(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: languages.scratch, content });
  await window.showTextDocument(document);
}
