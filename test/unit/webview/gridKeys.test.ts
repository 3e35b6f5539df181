import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gridAction } from '../../../webview/tail/gridKeys.ts';

const press = (key: string, ...modifiers: ('ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey')[]) => ({
  key,
  ctrlKey: modifiers.includes('ctrlKey'),
  metaKey: modifiers.includes('metaKey'),
  altKey: modifiers.includes('altKey'),
  shiftKey: modifiers.includes('shiftKey'),
});

describe('gridAction', () => {
  it('moves by row, page and edge', () => {
    assert.deepEqual(gridAction(press('ArrowUp')), { kind: 'rows', by: -1 });
    assert.deepEqual(gridAction(press('PageDown')), { kind: 'pages', by: 1 });
    assert.deepEqual(gridAction(press('End')), { kind: 'edge', edge: 'last' });
    assert.deepEqual(gridAction(press('Home', 'ctrlKey')), { kind: 'edge', edge: 'first' });
  });

  it('copies with Ctrl or Cmd', () => {
    assert.deepEqual(gridAction(press('c', 'ctrlKey')), { kind: 'copy' });
    assert.deepEqual(gridAction(press('c', 'metaKey')), { kind: 'copy' });
  });

  it('leaves every other key to the workbench', () => {
    for (const other of [
      press('p', 'ctrlKey'),
      press('p', 'ctrlKey', 'shiftKey'),
      press('ArrowLeft', 'altKey'),
      press('ArrowDown', 'ctrlKey'),
      press('a'),
      press('F1'),
      press('Tab'),
      press('constructor'),
    ]) {
      assert.equal(gridAction(other), undefined, JSON.stringify(other));
    }
  });
});
