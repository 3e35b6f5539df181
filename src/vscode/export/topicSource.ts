import type { Log } from '../../core/log.ts';
import type { RecordDecodings } from '../../core/serde/decoding.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import { topicRecords } from '../../run/export/topicRecords.ts';
import type { ExportSource } from './exportWithProgress.ts';

/** What reads with an end give, one topic after the other, read for the export alone. */
export function topicSource(
  cluster: string,
  plans: readonly ReadPlan[],
  connect: () => Promise<ClusterClient>,
  log: Log,
  decodings: RecordDecodings = {},
): ExportSource {
  return {
    cluster,
    topic: plans.map(({ topic }) => topic).join(', '),
    decodings,
    async *records(signal, told) {
      const client = await connect();
      for (const [index, plan] of plans.entries()) {
        yield* topicRecords(client, plan, log, signal, ({ offsets, partitions }) => {
          const all = partitions.reduce(
            (sum, { start = 0n, stop = start }) => sum + (stop > start ? stop - start : 0n),
            0n,
          );
          const part = all > 0n ? Number((offsets * 1000n) / all) / 1000 : 0;
          told((index + part) / plans.length);
        });
      }
    },
  };
}
