import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import type { BlockResult } from '../../../src/run/blockResult.ts';
import type { RunContext } from '../../../src/run/runContext.ts';
import { runFirstBlock } from '../../support/runFirstBlock.ts';
import { testClient } from '../../support/testClient.ts';

/** Runs the first block of a text on the runner's broker; `inspect` sees the result. */
export async function runFirst(
  text: string,
  context: Partial<RunContext>,
  inspect: (result: BlockResult, client: ClusterClient) => Promise<void>,
): Promise<void> {
  const client = testClient();
  try {
    await inspect(await runFirstBlock(text, client, context), client);
  } finally {
    await client.close();
  }
}
