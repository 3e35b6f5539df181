import { dirname, resolve } from 'node:path';
import { silentLog } from '../core/log.ts';
import type { ScratchDocument } from '../core/scratch/scratchDocument.ts';
import { ClusterClient } from '../kafka/connection/clusterClient.ts';
import { english } from '../messages/translate.ts';
import { Preview } from '../run/preview.ts';
import { resultLine } from '../run/resultLine.ts';
import { runBlock } from '../run/runBlock.ts';
import type { RunContext } from '../run/runContext.ts';
import type { ScratchArguments } from './arguments.ts';

/**
 * Runs a file's blocks in their order, hands each result to `print` as one JSON line as soon as it is
 * there, and tells whether all went well. A failed block does not keep the later ones from running.
 */
export async function runFile(
  document: ScratchDocument,
  args: ScratchArguments,
  bootstrapServers: readonly string[],
  print: (line: string) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const { access } = args;
  const profile = {
    name: 'scratch',
    bootstrapServers,
    ...(access === undefined ? {} : { access }),
  };
  const client = new ClusterClient(profile, { log: silentLog });
  const context: RunContext = {
    document,
    client,
    t: english,
    log: silentLog,
    signal,
    baseDir: dirname(resolve(args.file)),
    overrides: args.variables,
    environment: process.env,
    now: Date.now,
    confirm: () => Promise.resolve(args.yes),
    ...(args.preview ? { preview: new Preview() } : {}),
  };
  const blocks = document.blocks.filter(
    ({ index }) => args.block === undefined || args.block === index,
  );
  let allWell = true;
  try {
    for (const block of blocks) {
      const result = await runBlock(block, context);
      allWell &&= result.ok;
      await print(resultLine(result));
      signal.throwIfAborted();
    }
  } finally {
    await client.close();
  }
  return allWell;
}
