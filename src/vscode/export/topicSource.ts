import type { Log } from '../../core/log.ts';
import type { RecordDecodings } from '../../core/serde/decoding.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import { topicRecords } from '../../run/export/topicRecords.ts';
import type { ExportSource } from './exportWithProgress.ts';

/**
 * What reads with an end give, one topic after the other, read for the export alone.
 *
 * @param plans of each topic; a limit counts the records of all
 */
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
      let left = plans[0]?.limit;
      for (const [index, each] of plans.entries()) {
        const plan = left === undefined ? each : { ...each, limit: left };
        const records = topicRecords(client, plan, log, signal, ({ offsets, partitions }) => {
          const all = partitions.reduce(
            (sum, { start = 0n, stop = start }) => sum + (stop > start ? stop - start : 0n),
            0n,
          );
          const part = all > 0n ? Number((offsets * 1000n) / all) / 1000 : 0;
          told((index + part) / plans.length);
        });
        for await (const record of records) {
          yield record;
          if (left !== undefined) left--;
        }
        if (left === 0) return;
      }
    },
  };
}
