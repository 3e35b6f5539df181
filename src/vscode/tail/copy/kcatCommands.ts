import { shellWord } from '../shellWord.ts';

/** Where a record is. */
export interface RecordPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/**
 * The commands that read these records with kcat, one for each run of offsets without a gap. Without the
 * security settings of a saved cluster: a command is passed around, secrets are not.
 */
export function kcatCommands(
  bootstrapServers: readonly string[],
  places: readonly RecordPlace[],
): string {
  const command = `kcat -C -b ${shellWord(bootstrapServers.join(','))}`;
  return runsOf(places)
    .map(({ topic, partition, first, count }) => {
      const from = `-p ${String(partition)} -o ${String(first)} -c ${String(count)}`;
      return `${command} -t ${shellWord(topic)} ${from}`;
    })
    .join('\n');
}

interface Run {
  readonly topic: string;
  readonly partition: number;
  readonly first: bigint;
  count: number;
}

/** Records that follow each other within their partition, in the order in which each run begins. */
function runsOf(places: readonly RecordPlace[]): readonly Run[] {
  const runs: Run[] = [];
  const latest = new Map<string, Run>();
  for (const { topic, partition, offset } of places) {
    const log = JSON.stringify([topic, partition]);
    const run = latest.get(log);
    if (run !== undefined && offset === run.first + BigInt(run.count)) {
      run.count += 1;
    } else {
      const begun = { topic, partition, first: offset, count: 1 };
      latest.set(log, begun);
      runs.push(begun);
    }
  }
  return runs;
}
