import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaLibs } from '../../../scripts/setup/kafkaLibs.ts';
import { say } from '../../../scripts/setup/say.ts';
import { silentLog } from '../../../src/core/log.ts';
import { findJava } from '../../../src/local/findJava.ts';
import { startLocalCluster } from '../../../src/local/localCluster.ts';
import type { BenchOptions } from './benchOptions.ts';
import { buildChild } from './buildChild.ts';
import { fillTopic } from './benchTopics.ts';
import { alternate, median } from './median.ts';
import type { OurFigures, OurTask } from './oursTask.ts';
import { writeRecordFile } from './recordFile.ts';
import { runChild } from './runChild.ts';

/** The cluster under measurement: one that runs already, or a broker of our own. */
export interface BenchCluster {
  readonly bootstrap: string;
  readonly kafkaLibs: string;
  readonly java: string;
  /** For files of the measurement. */
  readonly folder: string;
  /** The program that measures our reader. */
  readonly ours: string;
  stop(): Promise<void>;
}

/** Starts a cluster of `brokers`, or takes the one that the options name. */
export async function readerCluster(options: BenchOptions, brokers = 1): Promise<BenchCluster> {
  const libs = process.env.KAFKA_LIBS ?? (await kafkaLibs());
  const java = await findJava();
  const folder = await mkdtemp(join(tmpdir(), 'kafka-workbench-bench-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const ours = await buildChild(folder, 'test/bench/reader/oursChild.ts');
  const place = { kafkaLibs: libs, java, folder, ours };
  if (options.bootstrap !== undefined && brokers === 1) {
    return { ...place, bootstrap: options.bootstrap, stop: remove };
  }
  say(`Starting ${brokers === 1 ? 'a broker' : `${brokers} brokers`}`);
  const cluster = await startLocalCluster({
    kafkaLibs: libs,
    folder: join(folder, 'cluster'),
    java,
    brokers,
    log: silentLog,
  }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  const stop = async () => {
    await Promise.all(cluster.brokers.map((broker) => broker.kill()));
    await remove();
  };
  return { ...place, bootstrap: cluster.bootstrapServers, stop };
}

/**
 * The one broker has served dozens of scans by now; code that is not compiled yet would be measured in the others, each
 * of which serves a third of a scan.
 */
const warmUps = 30;

/** Our rate on three brokers and 60 partitions, beside that of one broker in the same minutes. */
export async function threeBrokerRatio(
  options: BenchOptions,
  oneTopic: string,
  oneBootstrap: string,
): Promise<{ one: number; three: number; ratio: number }> {
  const cluster = await readerCluster(options, 3);
  try {
    const { records } = options;
    const file = join(cluster.folder, 'records.txt');
    await writeRecordFile(file, records);
    const topic = { name: 'bench-60', partitions: 60, records, codec: 'none' as const };
    await fillTopic(cluster.bootstrap, topic, file);
    const ours = (bootstrap: string, name: string) =>
      runChild<OurFigures>(cluster.ours, {
        bootstrap,
        topic: name,
        sink: 'scan',
      } satisfies OurTask);
    for (let warmUp = 0; warmUp < warmUps; warmUp++) await ours(cluster.bootstrap, topic.name);
    const runs = await alternate(options.rounds, {
      one: () => ours(oneBootstrap, oneTopic),
      three: () => ours(cluster.bootstrap, topic.name),
    });
    const one = median(runs.one.map(({ perSecond }) => perSecond));
    const three = median(runs.three.map(({ perSecond }) => perSecond));
    return { one, three, ratio: three / one };
  } finally {
    await cluster.stop();
  }
}
