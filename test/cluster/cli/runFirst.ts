import assert from 'node:assert/strict';
import { silentLog } from '../../../src/core/log.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { english } from '../../../src/messages/translate.ts';
import type { BlockResult } from '../../../src/run/blockResult.ts';
import { runBlock } from '../../../src/run/runBlock.ts';
import type { RunContext } from '../../../src/run/runContext.ts';
import { fromRunner } from '../../support/environment.ts';

/** Runs the first block of a text; `context` may add to what it runs with; `inspect` sees the result. */
export async function runFirst(
  text: string,
  context: Partial<RunContext>,
  inspect: (result: BlockResult, client: ClusterClient) => Promise<void>,
): Promise<void> {
  const bootstrapServers = [fromRunner('KAFKA_BOOTSTRAP')];
  const client = new ClusterClient({ name: 'test', bootstrapServers }, { log: silentLog });
  const document = parseScratch(text);
  const [block] = document.blocks;
  assert.ok(block);
  try {
    const result = await runBlock(block, {
      document,
      client,
      t: english,
      log: silentLog,
      signal: new AbortController().signal,
      baseDir: undefined,
      overrides: new Map(),
      environment: {},
      now: Date.now,
      confirm: () => Promise.resolve(true),
      ...context,
    });
    await inspect(result, client);
  } finally {
    await client.close();
  }
}
