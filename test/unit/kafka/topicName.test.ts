import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validateTopicName } from '../../../src/core/topicName.ts';

describe('the name of a topic', () => {
  for (const name of ['a', '...', 'a.b_c-D9', '__consumer_offsets', 'x'.repeat(249)]) {
    it(`may be ${name.slice(0, 30)}`, () => {
      assert.equal(validateTopicName(name), undefined);
    });
  }
  it('must not be empty, dots or too long', () => {
    assert.equal(validateTopicName(''), 'empty');
    assert.equal(validateTopicName('.'), 'dots');
    assert.equal(validateTopicName('..'), 'dots');
    assert.equal(validateTopicName('x'.repeat(250)), 'tooLong');
  });
  for (const name of ['a b', 'ä', 'a/b', 'a:b', 'a\n', '💥']) {
    it(`must not be ${JSON.stringify(name)}`, () => {
      assert.equal(validateTopicName(name), 'characters');
    });
  }
});
