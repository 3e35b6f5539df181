import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { producerBlock } from '../../../src/vscode/produce/producerBlock.ts';

describe('the block that Produce Message opens', () => {
  for (const key of [null, '', 'User_1', 'with: colon', 'a {{b}} c']) {
    it(`is a valid PRODUCER for the key ${JSON.stringify(key)}`, () => {
      const parsed = parseScratch(producerBlock({ cluster: 'Local', topic: 'users' }, { key }));
      assert.equal(parsed.blocks.length, 1);
      assert.deepEqual(
        parsed.diagnostics.filter(({ severity }) => severity === 'error'),
        [],
      );
    });
  }
});
