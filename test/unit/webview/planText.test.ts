import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tailStrings } from '../../../src/messages/tailStrings.ts';
import { english } from '../../../src/messages/translate.ts';
import { Formats } from '../../../webview/shared/formats.ts';
import { PlanText } from '../../../webview/tail/planText.ts';

const text = new PlanText(tailStrings(english), new Formats('en'));

describe('the words of a plan', () => {
  it('name the group whose offsets it begins at', () => {
    const from = { kind: 'group', group: 'billing' } as const;
    assert.equal(
      text.summary({ from }),
      'the committed offsets of “billing” → never stop · all · read uncommitted',
    );
  });

  it('name partitions as ranges, and of many apart only how many', () => {
    const of = (...partitions: number[]) => text.partitions({ from: { kind: 'now' }, partitions });
    assert.equal(of(7), '7');
    assert.equal(of(5, 0, 2, 3, 4), '0, 2-5');
    assert.equal(of(...Array.from({ length: 100 }, (_, n) => n)), '0-99');
    assert.equal(of(...Array.from({ length: 50 }, (_, n) => n * 2)), '50 of them');
  });
});
