import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import type { BlockResult } from '../../../src/run/blockResult.ts';
import { runBlock } from '../../../src/run/runBlock.ts';
import { testClient } from '../../support/testClient.ts';
import { testContext } from '../../support/testContext.ts';
import { uniqueName } from '../../support/uniqueName.ts';

/** Runs a file's blocks against a cluster; `TOPIC` in the text becomes a topic of its own, deleted at the end. */
export async function runBlocks(
  text: string,
  bootstrapServers: readonly string[],
  baseDir?: string,
): Promise<BlockResult[]> {
  const topic = uniqueName('bench-scratch');
  const lines = text.replaceAll('%TOPIC%', topic);
  const end = lines === text ? '' : `\n###\nDELETE topic ${topic}`;
  const document = parseScratch(`${lines}${end}`);
  const client = testClient(bootstrapServers.join());
  const results: BlockResult[] = [];
  try {
    for (const block of document.blocks) {
      const result = await runBlock(block, testContext(document, client, { baseDir }));
      if (result.error !== undefined) throw new Error(result.error.message);
      results.push(result);
    }
  } finally {
    await client.close();
  }
  return results;
}

/** Records a second of `count: 100000` with random data in key and value. */
export async function fakerRate(bootstrapServers: readonly string[]): Promise<number> {
  const count = 100_000;
  const results = await runBlocks(
    `TOPIC %TOPIC%\npartitions: 3\n###\nPRODUCER\ntopic: %TOPIC%\ncount: ${count}\n` +
      'key: {{string.uuid}}\n{"name":"{{person.fullName}}","city":"{{location.city}}","age":{{number.int({"min":18,"max":99})}}}\n',
    bootstrapServers,
  );
  const ms = results.find(({ kind }) => kind === 'PRODUCER')?.ms ?? NaN;
  return (count * 1000) / ms;
}
