import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, workspace, type SemanticTokens, type SemanticTokensLegend } from 'vscode';
import { commands as ids, languages } from '../../../src/vscode/ids.ts';

describe('the colours of a scratch file', () => {
  it('are what the parser found', async () => {
    const content = 'TOPIC of the day\nPRODUCER\ntopic: t\n{"who": "{{person.bio}}"}';
    const { uri } = await workspace.openTextDocument({ language: languages.scratch, content });
    // It answers when what scratch files do is loaded.
    await commands.executeCommand(ids.openResult);
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      uri,
    );
    const { data } = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      uri,
    );
    // Five numbers a token, line and character relative to the one before.
    const found = Array.from({ length: data.length / 5 }, (_, token) => {
      const [lines, characters, length, type = -1] = data.slice(token * 5, token * 5 + 4);
      return [lines, characters, length, legend.tokenTypes[type]];
    });
    assert.deepEqual(found, [
      [1, 0, 8, 'keyword'],
      [1, 0, 5, 'property'],
      [1, 11, 6, 'namespace'],
      [0, 7, 3, 'function'],
    ]);
  });
});
