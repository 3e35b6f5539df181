import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { silentLog } from '../../../src/core/log.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { english } from '../../../src/messages/translate.ts';
import { runBlock } from '../../../src/run/runBlock.ts';
import { standInClient, standInTopic } from './standInClient.ts';

const forbidden = 29;

describe('a PRODUCER with a low rate', () => {
  it('tells what the broker refuses before the pause that follows', async (t) => {
    // No timer ends here: a run that waits for its pause never ends.
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { client } = standInClient([{ errorCode: forbidden }]);
    const document = parseScratch(`PRODUCER\ntopic: ${standInTopic}\ncount: 3\nrate: 1/h\nx`);
    const [block] = document.blocks;
    assert.ok(block);
    const result = await runBlock(block, {
      document,
      client,
      t: english,
      log: silentLog,
      signal: new AbortController().signal,
      baseDir: undefined,
      overrides: new Map(),
      environment: {},
      now: () => 0,
      confirm: () => Promise.resolve(true),
    });
    assert.equal(result.error?.reason, 'notAuthorized');
  });
});
