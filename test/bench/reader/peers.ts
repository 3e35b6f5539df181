import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './runChild.ts';

/** What the peers read from, and where they may write. */
export interface PeerTask {
  readonly bootstrap: string;
  readonly topic: string;
  readonly records: number;
  readonly kafkaLibs: string;
  readonly java: string;
  readonly folder: string;
}

/** Kafka's ConsumerPerformance: its own "records per second of fetch" column. */
export async function consumerPerformance(task: PeerTask): Promise<number> {
  const { bootstrap, topic, records, kafkaLibs, java } = task;
  const { stdout } = await runProgram(java, [
    ...['-Xmx1g', '-Dorg.slf4j.simpleLogger.defaultLogLevel=error'],
    ...['-cp', join(kafkaLibs, '*'), 'org.apache.kafka.tools.ConsumerPerformance'],
    ...['--bootstrap-server', bootstrap, '--topic', topic, '--num-records', String(records)],
    ...['--timeout', '60000'],
  ]);
  const lines = stdout.trim().split('\n');
  const at = lines.findIndex((line) => line.startsWith('start.time'));
  const names = (lines[at] ?? '').split(',').map((name) => name.trim());
  const values = (lines[at + 1] ?? '').split(',').map((value) => value.trim());
  const rate = Number(values[names.indexOf('fetch.nMsg.sec')]);
  if (!(rate > 0)) throw new Error(`ConsumerPerformance printed:\n${stdout}`);
  return rate;
}

const kcatFormat = '%p %o %T %k %s\\n';

/** kcat printing every record to a file: records per second of its whole run. */
export async function kcatToFile(task: PeerTask): Promise<number> {
  const file = join(task.folder, 'kcat.out');
  const { ms } = await runProgram(`${kcatLine(task)} > ${file}`, [], { shell: true });
  await rm(file);
  return (task.records / ms) * 1000;
}

/** kcat piped to `grep -c word`. */
export async function kcatGrep(
  task: PeerTask,
  word: string,
): Promise<{ perSecond: number; matched: number }> {
  const { ms, stdout } = await runProgram(`${kcatLine(task)} | grep -c '${word}'`, [], {
    shell: true,
  });
  return { perSecond: (task.records / ms) * 1000, matched: Number(stdout.trim()) };
}

function kcatLine({ bootstrap, topic }: PeerTask): string {
  return `kcat -C -b ${bootstrap} -t ${topic} -o beginning -e -q -f '${kcatFormat}'`;
}
