import { codecNames, type CodecName } from '../../../src/core/codec/codec.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import { listPartitionOffsets } from '../../../src/kafka/admin/listPartitionOffsets.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { testClient } from '../../support/testClient.ts';
import { runProgram } from './runChild.ts';

/** The codecs in the order of the report. */
export const benchCodecs: readonly CodecName[] = [
  'none',
  ...codecNames.filter((codec) => codec !== 'none'),
];

/** How many records a topic holds, as its offsets tell. */
export async function countOffsets(client: ClusterClient, topic: string): Promise<number> {
  const offsets = await listPartitionOffsets(client, await describeTopic(client, topic));
  return offsets.reduce((sum, { beginning = 0n, end = 0n }) => sum + Number(end - beginning), 0);
}

/** Makes a topic and writes the record file into it `times` times by kcat; one that is there already is kept. */
export async function fillTopic(
  bootstrap: string,
  topic: { name: string; partitions: number; records: number; codec: CodecName; times?: number },
  recordFile: string,
): Promise<void> {
  const client = testClient(bootstrap);
  try {
    const known = await countOffsets(client, topic.name).catch(() => undefined);
    if (known === topic.records) return;
    if (known !== undefined) throw new Error(`${topic.name} holds ${known} records`);
    await createTopic(client, {
      name: topic.name,
      partitions: topic.partitions,
      replicationFactor: 1,
      configs: { 'retention.ms': '-1' },
    });
    const args = ['-P', '-b', bootstrap, '-t', topic.name, '-K', '\t', '-z', topic.codec];
    args.push('-X', 'linger.ms=50', '-X', 'queue.buffering.max.messages=1000000', '-l', recordFile);
    for (let time = 0; time < (topic.times ?? 1); time++) await runProgram('kcat', args);
    const written = await countOffsets(client, topic.name);
    if (written !== topic.records) throw new Error(`${topic.name} holds ${written} records`);
  } finally {
    await client.close();
  }
}
