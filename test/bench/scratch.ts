import { join } from 'node:path';
import { parseBootstrapServers } from '../../src/kafka/connection/clusterProfile.ts';
import { parseBenchOptions } from './reader/benchOptions.ts';
import { readerCluster } from './reader/benchCluster.ts';
import { fileRate } from './scratch/fileRate.ts';
import { fakerRate } from './scratch/produceRate.ts';
import { completionsAt } from '../../src/core/scratch/language/completionsAt.ts';
import { parseScratch } from '../../src/core/scratch/parseScratch.ts';

const blocks = 2000;
const runs = 30;
const topics = new Map(
  Array.from({ length: 1000 }, (_, index) => [
    `topic-${index}`,
    { partitions: 3, replicationFactor: 1, internal: false },
  ]),
);

/**
 * `npm run bench -- scratch [--bootstrap HOST:PORT]`: the time to parse a file of 10,000 lines, the first
 * time, and again as when it is edited (goal: under 20 ms), with completion behind the edit (goal: under
 * 50 ms); records a second with random data in key and
 * value (goal: 20,000); records a second of a file beside kcat's (goal: 0.4 of it, in 200 MB).
 */
export async function scratchBench(args: readonly string[]): Promise<void> {
  const file = Array.from(
    { length: blocks },
    (_, index) => `PRODUCER p${index}\ntopic: users\nkey: {{$uuid}}\n{"a":{"b":{{$index}}}}\n###\n`,
  ).join('');
  const body = `PRODUCER\ntopic: users\n${'{"a":{"b":{{$index}}},"c":"text"}\n'.repeat(5 * blocks)}`;
  report('10,000 lines, 2,000 blocks', () => parseScratch(file));
  report('10,000 lines, one block   ', () => parseScratch(body));
  const lines = file.split('\n');
  report('completion after a key    ', () => completeIn(file, lines));
  const cluster = await readerCluster(parseBenchOptions(args));
  try {
    const perSecond = await fakerRate(parseBootstrapServers(cluster.bootstrap));
    console.log(`count: 100000 with random data  ${Math.round(perSecond).toLocaleString('en')}/s`);
    const servers = parseBootstrapServers(cluster.bootstrap);
    const file = await fileRate(servers, join(cluster.folder, 'records.txt'));
    const ratio = (file.perSecond / file.kcatPerSecond).toFixed(2);
    console.log(
      `1,000,000 keyed lines of a file ${Math.round(file.perSecond).toLocaleString('en')}/s, kcat ${Math.round(file.kcatPerSecond).toLocaleString('en')}/s (${ratio}), ${Math.round(file.rssMb)} MB`,
    );
  } finally {
    await cluster.stop();
  }
}

/** What a key in the middle of the file costs until completion answers: the text is parsed anew, too. */
function completeIn(file: string, lines: readonly string[]): number {
  const line = 5 * (blocks / 2) + 1;
  const document = parseScratch(file);
  return completionsAt({
    document,
    textOf: (at) => lines[at] ?? '',
    position: { line, character: 'topic: '.length },
    facts: { cluster: 'bench', topics, groups: [] },
    clusters: ['bench'],
  }).length;
}

function report(name: string, work: () => unknown): void {
  const times = Array.from({ length: runs }, () => {
    const startMs = performance.now();
    work();
    return performance.now() - startMs;
  });
  const first = times[0]?.toFixed(1) ?? '?';
  const median = times.sort((a, b) => a - b)[runs / 2]?.toFixed(1) ?? '?';
  console.log(`${name}  first ${first} ms, median ${median} ms`);
}
