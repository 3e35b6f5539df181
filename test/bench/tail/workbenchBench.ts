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
import { benchClient, fillTopic } from '../reader/benchTopics.ts';
import { writeRecordFile } from '../reader/recordFile.ts';
import { HostProbe } from './hostProbe.ts';
import { firstRows, follow, latency, wholeTopic } from './workbenchFigures.ts';

const records = 2_000_000;
const budgetMb = 512;
const followSeconds = 60;
const filled = 'bench-tail-filled';
const quiet = 'bench-tail-quiet';
const busy = 'bench-tail-busy';

/** The tail view's figures in a real VS Code on a real broker, beside their goals. */
export async function workbenchBench(seconds = followSeconds): Promise<void> {
  process.env.VSCODE_SERVER = await vscodeServerFiles();
  say('Building');
  await build();
  process.env.EXTENSION_VSIX = await packageVsix();
  const cluster = await readerCluster(parseBenchOptions([]));
  try {
    await fill(cluster);
    const probe = await HostProbe.make(cluster.folder);
    say('Starting VS Code');
    const session = await HostSession.start({
      vsixes: [probe.vsix],
      env: probe.env,
      settings: {
        'kafkaWorkbench.clusters': { Bench: { bootstrapServers: cluster.bootstrap } },
        'kafkaWorkbench.tail.memoryBudgetMb': budgetMb,
      },
    });
    try {
      console.log(`load average before: ${loadavg()[0]?.toFixed(1) ?? '?'}`);
      await session.workbench.show('Kafka');
      await session.workbench.tree.expandPath('Bench', 'Topics');
      const place = { session, probe, cluster };
      await firstRows(place, quiet);
      await latency(place, quiet);
      await wholeTopic(place, filled, records);
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
  const client = benchClient(cluster.bootstrap);
  for (const name of [quiet, busy]) {
    await createTopic(client, { name, partitions: 6, replicationFactor: 1 });
  }
  await client.close();
}
