import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runFirstBlock } from '../../support/runFirstBlock.ts';
import { standInClient, standInTopic } from './standInClient.ts';

const forbidden = 29;

describe('a PRODUCER with a low rate', () => {
  it('tells what the broker refuses before the pause that follows', async (t) => {
    // No timer ends here: a run that waits for its pause never ends.
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { client } = standInClient([{ errorCode: forbidden }]);
    const text = `PRODUCER\ntopic: ${standInTopic}\ncount: 3\nrate: 1/h\nx`;
    const result = await runFirstBlock(text, client, { now: () => 0 });
    assert.equal(result.error?.reason, 'notAuthorized');
  });

  it('is done with its last record, behind which there is nothing to wait for', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { client } = standInClient([{ baseOffset: 4n }]);
    const text = `PRODUCER\ntopic: ${standInTopic}\nrate: 1/h\nx`;
    const result = await runFirstBlock(text, client, { now: () => 0 });
    assert.deepEqual(result.records, [{ topic: standInTopic, partition: 0, offset: '4' }]);
  });
});
