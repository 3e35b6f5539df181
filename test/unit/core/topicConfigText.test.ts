import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseTopicConfigs } from '../../../src/core/topicConfigText.ts';

const configs = (text: string): unknown => {
  const parsed = parseTopicConfigs(text);
  return parsed instanceof Map ? Object.fromEntries(parsed) : parsed;
};

describe('topic configs typed in one line', () => {
  it('reads name=value pairs', () => {
    assert.deepEqual(configs('cleanup.policy=compact, retention.ms = 1000'), {
      'cleanup.policy': 'compact',
      'retention.ms': '1000',
    });
  });

  it('keeps the commas inside a value', () => {
    assert.deepEqual(configs('cleanup.policy=compact,delete, retention.ms=1'), {
      'cleanup.policy': 'compact,delete',
      'retention.ms': '1',
    });
  });

  it('takes an empty line for no configs', () => {
    assert.deepEqual(configs('  '), {});
  });

  it('names the piece that is not name=value', () => {
    assert.deepEqual(configs('compact'), { part: 'compact' });
  });
});
