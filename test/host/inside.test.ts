import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runInside } from '../support/host/runInside.ts';

it('inside the extension host', async (context) => {
  const { outcomes } = await runInside();
  assert.ok(outcomes.length > 0);
  for (const { title, error } of outcomes) {
    await context.test(title, () => {
      if (error !== undefined) assert.fail(error);
    });
  }
});
