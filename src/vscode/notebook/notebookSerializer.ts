import { l10n, NotebookCellData, NotebookCellKind, NotebookData, window } from 'vscode';
import { fileOfNotebook } from '../../core/scratch/notebook/fileOfNotebook.ts';
import { notebookOfFile } from '../../core/scratch/notebook/notebookOfFile.ts';
import type { CellOrigin, ScratchNotebook } from '../../core/scratch/notebook/scratchNotebook.ts';
import { languages } from '../ids.ts';

/**
 * `.kafka` files as notebooks, without a loss: what each cell was in the file is kept in its metadata.
 * Outputs are not saved.
 */
export class KafkaNotebookSerializer {
  deserializeNotebook(content: Uint8Array): NotebookData {
    const { cells, head, lineEnd } = notebookOfFile(textOf(content));
    const data = new NotebookData(
      cells.map(({ markdown, text, origin }) => {
        const cell = markdown
          ? new NotebookCellData(NotebookCellKind.Markup, text, 'markdown')
          : new NotebookCellData(NotebookCellKind.Code, text, languages.scratch);
        if (origin !== undefined) cell.metadata = { origin };
        return cell;
      }),
    );
    data.metadata = { head, lineEnd };
    return data;
  }

  serializeNotebook({ cells, metadata }: NotebookData): Uint8Array {
    const { head = '', lineEnd = '\n' } = (metadata ?? {}) as Partial<ScratchNotebook>;
    const text = fileOfNotebook({
      head,
      lineEnd,
      cells: cells.map(({ kind, value, metadata: own }) => ({
        markdown: kind === NotebookCellKind.Markup,
        text: value,
        origin: own?.origin as CellOrigin | undefined,
      })),
    });
    return new TextEncoder().encode(text);
  }
}

/** Bytes that are not UTF-8 would be lost on the way: they are refused before anything is shown. */
function textOf(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    const refused = l10n.t(
      'This file is not UTF-8 text. As a notebook it could not be saved without changing it; open it in the text editor instead.',
    );
    // VS Code's own page says only that something unexpected happened.
    void window.showErrorMessage(refused);
    throw new Error(refused);
  }
}
