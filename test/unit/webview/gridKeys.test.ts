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

  it('selects with Shift, and keeps what is selected with Ctrl', () => {
    assert.deepEqual(gridAction(press('ArrowDown', 'shiftKey')), {
      kind: 'rows',
      by: 1,
      selecting: 'extend',
    });
    assert.deepEqual(gridAction(press('End', 'ctrlKey', 'shiftKey')), {
      kind: 'edge',
      edge: 'last',
      selecting: 'extend',
    });
    assert.deepEqual(gridAction(press('ArrowUp', 'ctrlKey')), {
      kind: 'rows',
      by: -1,
      selecting: 'keep',
    });
    assert.deepEqual(gridAction(press(' ', 'ctrlKey')), { kind: 'toggle' });
    assert.deepEqual(gridAction(press('a', 'ctrlKey')), { kind: 'selectAll' });
    assert.deepEqual(gridAction(press('F10', 'shiftKey')), { kind: 'menu' });
  });

  it('leaves every other key to the workbench', () => {
    for (const other of [
      press('p', 'ctrlKey'),
      press('p', 'ctrlKey', 'shiftKey'),
      press('ArrowLeft', 'altKey'),
      press('PageDown', 'ctrlKey'),
      press('a'),
      press('F1'),
      press('Tab'),
      press('constructor'),
    ]) {
      assert.equal(gridAction(other), undefined, JSON.stringify(other));
    }
  });
});
