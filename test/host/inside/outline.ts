import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  commands,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  workspace,
  type DocumentSymbol,
} from 'vscode';
import { commands as ids, languages, notebookIds } from '../../../src/vscode/ids.ts';

describe('the outline of a notebook’s cell', () => {
  it('has its block', async () => {
    const text = '@x = 1\nPRODUCER keyed\ntopic: t\n{{x}}';
    const cell = new NotebookCellData(NotebookCellKind.Code, text, languages.scratch);
    const data = new NotebookData([cell]);
    const notebook = await workspace.openNotebookDocument(notebookIds.type, data);
    // It answers when what scratch files do is loaded.
    await commands.executeCommand(ids.openResult);
    const [found] = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      notebook.cellAt(0).document.uri,
    );
    assert.deepEqual(
      [found?.name, found?.detail, found?.range.start.line],
      ['PRODUCER keyed', 't', 1],
    );
  });
});
