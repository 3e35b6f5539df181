import type { BenchOptions } from './benchOptions.ts';
import { fillTopic } from './benchTopics.ts';
import { alternate } from './median.ts';
import type { OurFigures, OurTask } from './oursTask.ts';
import { runChild } from './runChild.ts';

/** What another record costs, at the beginning of a long read and at its end. */
export interface Growth {
  readonly sizes: readonly number[];
  /** The quickest read of each size, ms: whatever else runs on the machine only makes one longer. */
  readonly ms: readonly number[];
  /** Nanoseconds per further record, between each size and the next. */
  readonly marginalNs: readonly number[];
  /** The dearest over the cheapest of them: 1 is flat. */
  readonly ratio: number;
}

/** One slow read of a size would be taken for growth: each is read so often at least. */
const fewestRounds = 5;
/** Records read before, in each process: from then on another 100,000 cost what any others do. */
const warmUp = 1_000_000;

/** Reads a tenth of the records, all, and ten times as many (quick: parts of them), from one topic. */
export async function measureGrowth(
  bootstrap: string,
  recordFile: string,
  records: number,
  options: BenchOptions,
  ours: string,
): Promise<Growth> {
  const times = options.quick ? 1 : 10;
  const topic = `bench-reader-${records}-x${times}`;
  const whole = { name: topic, partitions: 6, records: records * times, codec: 'none' as const };
  await fillTopic(bootstrap, { ...whole, times }, recordFile);
  const sizes = [0.1, ...(options.quick ? [0.5, 1] : [1, 10])].map((part) =>
    Math.round(records * part),
  );
  const read = (limit: number) =>
    runChild<OurFigures>(ours, {
      bootstrap,
      topic,
      sink: 'scan',
      limit,
      warmUp,
    } satisfies OurTask);
  // A disk is not what is measured: the system keeps what was read just before in memory, all of it.
  await read(whole.records);
  const tasks = Object.fromEntries(sizes.map((size) => [`n${size}`, () => read(size)]));
  const runs = await alternate(Math.max(options.rounds, fewestRounds), tasks);
  const ms = sizes.map((size) =>
    Math.min(...(runs[`n${size}`] ?? []).map((figures) => figures.ms)),
  );
  const marginalNs = sizes
    .slice(1)
    .map((size, at) => (((ms[at + 1] ?? 0) - (ms[at] ?? 0)) * 1e6) / (size - (sizes[at] ?? 0)));
  const ratio = Math.max(...marginalNs) / Math.min(...marginalNs);
  return { sizes, ms, marginalNs, ratio };
}
