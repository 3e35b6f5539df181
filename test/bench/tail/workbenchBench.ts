import { join } from 'node:path';
import { loadavg } from 'node:os';
import { build } from '../../../scripts/package/build.ts';
import { packageVsix } from '../../../scripts/package/packageVsix.ts';
import { say } from '../../../scripts/setup/say.ts';
import { vscodeServerFiles } from '../../../scripts/setup/vscodeServerFiles.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { HostSession } from '../../support/host/hostSession.ts';
import { readerCluster, type BenchCluster } from '../reader/benchCluster.ts';
import { parseBenchOptions } from '../reader/benchOptions.ts';
import { fillTopic } from '../reader/benchTopics.ts';
import { testClient } from '../../support/testClient.ts';
import type { OurFigures, OurTask } from '../reader/oursTask.ts';
import { writeRecordFile } from '../reader/recordFile.ts';
import { runChild } from '../reader/runChild.ts';
import { follow } from './followFigure.ts';
import { HostProbe } from './hostProbe.ts';
import { firstRows, idleFigures, latency, wholeTopic } from './workbenchFigures.ts';

const records = 2_000_000;
const budgetMb = 512;
const followSeconds = 60;
const filled = 'bench-tail-filled';
const quiet = 'bench-tail-quiet';
const busy = 'bench-tail-busy';

/**
 * The tail view's figures in a real VS Code on a real broker, beside their goals.
 *
 * @param which only what is measured while it follows, or all
 */
export async function workbenchBench(
  which: 'all' | 'follow',
  seconds = followSeconds,
): Promise<void> {
  process.env.VSCODE_SERVER = await vscodeServerFiles();
  say('Building');
  await build();
  process.env.EXTENSION_VSIX = await packageVsix();
  const cluster = await readerCluster(parseBenchOptions([]));
  try {
    await makeTopics(cluster);
    if (which === 'all') await fill(cluster);
    const probe = await HostProbe.make(cluster.folder);
    say('Starting VS Code');
    const session = await HostSession.start({
      vsixes: [probe.vsix],
      env: probe.env,
      clusters: { Bench: { bootstrapServers: cluster.bootstrap } },
      settings: { 'kafkaWorkbench.tail.memoryBudgetMb': budgetMb },
    });
    try {
      console.log(`load average before: ${loadavg()[0]?.toFixed(1) ?? '?'}`);
      await session.workbench.show('Kafka');
      await session.workbench.tree.expandPath('Bench', 'Topics');
      const idle = await idleFigures(probe);
      const place = { session, probe, cluster, budgetMb, idle };
      if (which === 'all') {
        await firstRows(place, quiet);
        await latency(place, quiet);
        await wholeTopic(place, filled, records);
      }
      await follow(place, busy, seconds);
    } finally {
      await session.close();
    }
  } finally {
    await cluster.stop();
  }
}

async function fill(cluster: BenchCluster): Promise<void> {
  say(`Writing ${records} records`);
  const file = join(cluster.folder, 'records.txt');
  await writeRecordFile(file, records);
  const topic = { name: filled, partitions: 6, records, codec: 'none' } as const;
  await fillTopic(cluster.bootstrap, topic, file);
  // The first fetch that a broker serves ever loads half of it: that is not the view's time.
  await runChild<OurFigures>(cluster.ours, {
    bootstrap: cluster.bootstrap,
    topic: filled,
    sink: 'scan',
  } satisfies OurTask);
}

async function makeTopics(cluster: BenchCluster): Promise<void> {
  const client = testClient(cluster.bootstrap);
  for (const name of [quiet, busy]) {
    await createTopic(client, { name, partitions: 6, replicationFactor: 1 });
  }
  await client.close();
}
