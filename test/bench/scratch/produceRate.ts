import { randomBytes } from 'node:crypto';
import { silentLog } from '../../../src/core/log.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { english } from '../../../src/messages/translate.ts';
import type { BlockResult } from '../../../src/run/blockResult.ts';
import { runBlock } from '../../../src/run/runBlock.ts';

/** Runs a file's blocks against a cluster; `TOPIC` in the text becomes a topic of its own, deleted at the end. */
export async function runBlocks(
  text: string,
  bootstrapServers: readonly string[],
  baseDir?: string,
): Promise<BlockResult[]> {
  const topic = `bench-scratch-${randomBytes(4).toString('hex')}`;
  const lines = text.replaceAll('%TOPIC%', topic);
  const end = lines === text ? '' : `\n###\nDELETE topic ${topic}`;
  const document = parseScratch(`${lines}${end}`);
  const client = new ClusterClient({ name: 'bench', bootstrapServers }, { log: silentLog });
  const results: BlockResult[] = [];
  try {
    for (const block of document.blocks) {
      const result = await runBlock(block, {
        document,
        client,
        t: english,
        log: silentLog,
        signal: new AbortController().signal,
        baseDir,
        overrides: new Map(),
        environment: {},
        now: Date.now,
        confirm: () => Promise.resolve(true),
      });
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
