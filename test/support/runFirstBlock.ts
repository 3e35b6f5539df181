import assert from 'node:assert/strict';
import { parseScratch } from '../../src/core/scratch/parseScratch.ts';
import type { ClusterClient } from '../../src/kafka/connection/clusterClient.ts';
import type { BlockResult } from '../../src/run/blockResult.ts';
import { runBlock } from '../../src/run/runBlock.ts';
import type { RunContext } from '../../src/run/runContext.ts';
import { testContext } from './testContext.ts';

/** Runs the first block of a text on a cluster; `context` may add to what it runs with. Every plan is confirmed. */
export function runFirstBlock(
  text: string,
  client: ClusterClient,
  context: Partial<RunContext> = {},
): Promise<BlockResult> {
  const document = parseScratch(text);
  const [block] = document.blocks;
  assert.ok(block);
  return runBlock(block, testContext(document, client, context));
}
