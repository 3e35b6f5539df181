import { homedir } from 'node:os';
import { join } from 'node:path';
import { l10n, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { ExportFormat } from '../../run/export/exportFormat.ts';

/** Where to and as what. */
export interface ExportTarget {
  readonly path: string;
  readonly format: ExportFormat;
  /** As that of `ExportOptions`. */
  readonly guarded?: boolean;
}

/** Asks for the format and the file; undefined where the user escapes. @param name of the file, without ending */
export async function askExport(title: string, name: string): Promise<ExportTarget | undefined> {
  const items: readonly (QuickPickItem & Omit<ExportTarget, 'path'>)[] = [
    {
      label: l10n.t('JSON Lines'),
      description: '.jsonl',
      detail: l10n.t('One record a line, every byte; a PRODUCER block reads it'),
      format: 'jsonl',
    },
    {
      label: l10n.t('CSV'),
      description: '.csv',
      detail: l10n.t('One record a row, keys and values as the view decodes them'),
      format: 'csv',
    },
    {
      label: l10n.t('CSV for Spreadsheets'),
      description: '.csv',
      detail: l10n.t(
        'As CSV, with an apostrophe before what Excel or LibreOffice would run as a formula (= + - @)',
      ),
      format: 'csv',
      guarded: true,
    },
    {
      label: l10n.t('.kafka File'),
      description: '.kafka',
      detail: l10n.t('Writes the records again, byte for byte, when it is run'),
      format: 'kafka',
    },
  ];
  const picked = await window.showQuickPick(items, { title, matchOnDescription: true });
  if (picked === undefined) return undefined;
  const { format, guarded = false } = picked;
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
  const file = await window.showSaveDialog({
    title,
    defaultUri: Uri.file(join(folder ?? homedir(), `${name}.${format}`)),
    filters: { [picked.label]: [format] },
  });
  return file && { path: file.fsPath, format, guarded };
}
