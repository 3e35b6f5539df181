import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vscodeKind } from '../../support/host/vscodeKind.ts';

describe('vscodeKind', () => {
  it('is the server unless VSCODE_TEST says otherwise', () => {
    assert.equal(vscodeKind({}), 'server');
    assert.equal(vscodeKind({ VSCODE_TEST: '' }), 'server');
    assert.equal(vscodeKind({ VSCODE_TEST: 'server' }), 'server');
    assert.equal(vscodeKind({ VSCODE_TEST: 'electron' }), 'electron');
  });

  it('refuses a word that names neither, rather than guess', () => {
    assert.throws(
      () => vscodeKind({ VSCODE_TEST: 'desktop' }),
      /"desktop".*"server" or "electron"/,
    );
  });
});
