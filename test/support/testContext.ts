import { silentLog } from '../../src/core/log.ts';
import type { ScratchDocument } from '../../src/core/scratch/scratchDocument.ts';
import type { ClusterClient } from '../../src/kafka/connection/clusterClient.ts';
import { english } from '../../src/messages/translate.ts';
import type { RunContext } from '../../src/run/runContext.ts';

/** What a block of a document runs with, every plan confirmed; `changes` replaces parts of it. */
export function testContext(
  document: ScratchDocument,
  client: ClusterClient,
  changes: Partial<RunContext> = {},
): RunContext {
  return {
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
    ...changes,
  };
}
