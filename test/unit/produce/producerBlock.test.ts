import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { producerBlock } from '../../../src/vscode/produce/producerBlock.ts';

const block = (key: string | null, value: string | null): string =>
  producerBlock({ cluster: 'Local', topic: 'users' }, { key, value });
/** What follows the topic line. */
const rest = (key: string | null, value: string | null): string =>
  block(key, value).split('topic: users\n')[1] ?? '';

describe('the block that Produce Message opens', () => {
  const keys = [null, '', 'User_1', 'with: colon', 'a {{b}} c', 'null', '""', ' padded ', 'a\nb'];
  const values = [null, '', 'plain', 'key: x', '-- no comment', '### no end', '{"a":"{{b}}"}'];
  for (const key of keys) {
    for (const value of values) {
      it(`is valid for key ${JSON.stringify(key)} and value ${JSON.stringify(value)}`, () => {
        const { blocks, diagnostics } = parseScratch(block(key, value));
        assert.equal(blocks.length, 1);
        assert.deepEqual(
          diagnostics.filter(({ severity }) => severity === 'error'),
          [],
        );
      });
    }
  }

  it('says a key and a value as they are typed', () => {
    assert.equal(rest('User_1', 'plain'), 'key: User_1\nplain\n###\n');
    assert.equal(rest('', 'plain'), 'key: ""\nplain\n###\n');
    assert.equal(rest(null, '{"a":"{{b}}"}'), '{"a":"\\{{b}}"}\n###\n');
  });

  it('says as JSON what plain lines would say differently', () => {
    const head = 'records: jsonl\ntemplate: off\n';
    assert.equal(rest('null', 'v'), `${head}{"key":"null","value":"v"}\n###\n`);
    assert.equal(rest(null, 'key: x'), `${head}{"key":null,"value":"key: x"}\n###\n`);
    assert.equal(rest(' padded ', 'v'), `${head}{"key":" padded ","value":"v"}\n###\n`);
  });
});
