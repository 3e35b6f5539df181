import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { runBlocks } from './produceRate.ts';

const run = promisify(execFile);

/** What producing a file's records cost, beside kcat with the same file. */
export interface FileRate {
  readonly perSecond: number;
  readonly kcatPerSecond: number;
  /** The most memory of this process meanwhile. */
  readonly rssMb: number;
}

/** Produces a file of keyed records by a PRODUCER block and by kcat, in turns; the better run of each counts. */
export async function fileRate(
  bootstrapServers: readonly string[],
  path: string,
  records = 1_000_000,
): Promise<FileRate> {
  await writeLines(path, records);
  const [ours, theirs]: [number[], number[]] = [[], []];
  let rssBytes = 0;
  const watch = setInterval(() => (rssBytes = Math.max(rssBytes, process.memoryUsage.rss())), 100);
  for (let round = 0; round < 2; round += 1) {
    const results = await runBlocks(
      `TOPIC %TOPIC%\npartitions: 3\n###\nPRODUCER\ntopic: %TOPIC%\nrecords: lines file(${basename(path)})\nseparator: :\n`,
      bootstrapServers,
      dirname(path),
    );
    ours.push((records * 1000) / (results.find(({ kind }) => kind === 'PRODUCER')?.ms ?? NaN));
    theirs.push(await kcatRate(bootstrapServers, path, records));
  }
  clearInterval(watch);
  return {
    perSecond: Math.max(...ours),
    kcatPerSecond: Math.max(...theirs),
    rssMb: rssBytes / 1024 / 1024,
  };
}

/** kcat makes its topic itself: a broker that creates topics is needed, as those of the benchmarks are. */
async function kcatRate(
  bootstrapServers: readonly string[],
  path: string,
  records: number,
): Promise<number> {
  const topic = `bench-kcat-${randomBytes(4).toString('hex')}`;
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
