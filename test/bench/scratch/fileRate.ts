import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { buildChild } from '../reader/buildChild.ts';
import { uniqueName } from '../../support/uniqueName.ts';
import { runChild } from '../reader/runChild.ts';
import type { FileFigures, FileTask } from './fileTask.ts';
import { runBlocks } from './produceRate.ts';

const run = promisify(execFile);

/** What producing a file's records cost, beside kcat with the same file. */
export interface FileRate {
  readonly perSecond: number;
  readonly kcatPerSecond: number;
  /** The most memory of the process that produced. */
  readonly rssMb: number;
}

/**
 * Produces a file of keyed records by a PRODUCER block, in a process of its own, and by kcat, in turns; the better run
 * of each counts, and the most memory of ours.
 */
export async function fileRate(
  bootstrapServers: readonly string[],
  path: string,
  records = 1_000_000,
): Promise<FileRate> {
  await writeLines(path, records);
  const child = await buildChild(dirname(path), 'test/bench/scratch/fileChild.ts');
  const ours: FileFigures[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    ours.push(await runChild<FileFigures>(child, { bootstrapServers, path } satisfies FileTask));
    theirs.push(await kcatRate(bootstrapServers, path, records));
  }
  return {
    perSecond: (records * 1000) / Math.min(...ours.map(({ ms }) => ms)),
    kcatPerSecond: Math.max(...theirs),
    rssMb: Math.max(...ours.map(({ peakMb }) => peakMb)),
  };
}

/** kcat makes its topic itself: a broker that creates topics is needed, as those of the benchmarks are. */
async function kcatRate(
  bootstrapServers: readonly string[],
  path: string,
  records: number,
): Promise<number> {
  const topic = uniqueName('bench-kcat');
  await runBlocks(`TOPIC ${topic}\npartitions: 3`, bootstrapServers);
  const startMs = performance.now();
  await run('kcat', ['-P', '-b', bootstrapServers.join(','), '-t', topic, '-K:', '-l', path]);
  const ms = performance.now() - startMs;
  await runBlocks(`DELETE topic ${topic}`, bootstrapServers);
  return (records * 1000) / ms;
}

async function writeLines(path: string, records: number): Promise<void> {
  const file = createWriteStream(path);
  for (let from = 0; from < records; from += 10_000) {
    const lines = Array.from(
      { length: Math.min(10_000, records - from) },
      (_, index) =>
        `user-${(from + index) % 50_000}:{"index":${from + index},"text":"a record of some length, as they are"}\n`,
    );
    if (!file.write(lines.join(''))) {
      await new Promise<void>((resolve) => file.once('drain', () => resolve()));
    }
  }
  await new Promise<void>((resolve) => file.end(() => resolve()));
}
