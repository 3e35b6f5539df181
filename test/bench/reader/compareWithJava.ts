import { join } from 'node:path';
import type { BenchOptions } from './benchOptions.ts';
import { readerCluster } from './benchCluster.ts';
import type { OurFigures, OurTask } from './oursTask.ts';
import { runChild, runProgram } from './runChild.ts';

/**
 * Reads a topic whole and tells whether Kafka's own consumer counts the same records, bytes and checksum of
 * keys, values and offsets; with `--where` also what a filter finds in it.
 *
 * @throws Error when no cluster is named, or the counts differ
 */
export async function compareWithJava(options: BenchOptions, topic: string): Promise<void> {
  const { bootstrap } = options;
  if (bootstrap === undefined) throw new Error('--topic needs --bootstrap');
  const cluster = await readerCluster(options);
  const { kafkaLibs, java } = cluster;
  try {
    const ours = (task: Pick<OurTask, 'sink' | 'filter'>) =>
      runChild<OurFigures>(cluster.ours, { bootstrap, topic, ...task } satisfies OurTask);
    const scan = await ours({ sink: 'scan' });
    const sum = await ours({ sink: 'sum' });
    const found =
      options.where === undefined
        ? undefined
        : await ours({ sink: 'scan', filter: [{ kind: 'cel', expression: options.where }] });
    const source = join(import.meta.dirname, 'CountRecords.java');
    const classes = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=error', '-cp', join(kafkaLibs, '*')];
    const { stdout } = await runProgram(java, [...classes, source, bootstrap, topic]);
    const counted = JSON.parse(stdout) as Pick<OurFigures, 'records' | 'bytes' | 'checksum'>;
    const { records, bytes, checksum } = sum;
    const equal =
      [records, scan.records].every((own) => own === counted.records) &&
      [bytes, scan.bytes].every((own) => own === counted.bytes) &&
      checksum === counted.checksum;
    const report = { topic, equal, ours: { records, bytes, checksum }, java: counted, scan, found };
    console.log(options.json ? JSON.stringify(report) : report);
    if (!equal) throw new Error('Ours and Kafka’s own consumer count differently');
  } finally {
    await cluster.stop();
  }
}
