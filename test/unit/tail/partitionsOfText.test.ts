import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { english } from '../../../src/messages/translate.ts';
import { partitionsOfText } from '../../../src/vscode/tail/partitionsOfText.ts';

const read = (text: string) => partitionsOfText(text, 'orders', [0, 1, 2, 3, 4, 5], english);

describe('partitions that are typed', () => {
  it('are numbers and ranges, each once, with spaces or without', () => {
    assert.deepEqual(read('0,2-5'), { partitions: [0, 2, 3, 4, 5] });
    assert.deepEqual(read(' 4 - 5, 1 ,4'), { partitions: [1, 4, 5] });
  });

  it('are refused with what is wrong', () => {
    const problems = ['', '0;1', '5-2', '4-9'].map((text) => {
      const found = read(text);
      return 'problem' in found ? found.problem : undefined;
    });
    assert.deepEqual(problems, [
      '“” is not a list of partitions such as 0, 0,1,2 or 0-2.',
      '“0;1” is not a list of partitions such as 0, 0,1,2 or 0-2.',
      'The range “5-2” ends before it starts.',
      'There is no partition 6 in the topic “orders”: it has 6, counted from 0.',
    ]);
  });
});
