import { rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { type BenchCluster, readerCluster, threeBrokerRatio } from './reader/benchCluster.ts';
import { benchCodecs, fillTopic } from './reader/benchTopics.ts';
import { parseBenchOptions, type BenchOptions } from './reader/benchOptions.ts';
import { compareWithJava } from './reader/compareWithJava.ts';
import { measureGrowth } from './reader/growth.ts';
import { measureLatency, type Latency } from './reader/latency.ts';
import { alternate, median } from './reader/median.ts';
import type { OurFigures, OurTask } from './reader/oursTask.ts';
import { consumerPerformance, kcatGrep, kcatToFile, type PeerTask } from './reader/peers.ts';
import { rareWord, writeRecordFile } from './reader/recordFile.ts';
import { runChild } from './reader/runChild.ts';
import { printReport, type ReaderReport } from './reader/report.ts';
import { join } from 'node:path';
import { say } from '../../scripts/setup/say.ts';

const budgetMb = 256;

/**
 * `npm run bench -- reader`: how fast the reader is, beside its peers, on topics that it makes itself; with
 * `--topic` it reads that topic and compares what it counted with what Kafka's own consumer counts.
 */
export async function readerBench(args: readonly string[]): Promise<void> {
  const options = parseBenchOptions(args);
  if (options.topic !== undefined) {
    await compareWithJava(options, options.topic);
    return;
  }
  const cluster = await readerCluster(options);
  try {
    const report = await measureAll(options, cluster);
    if (options.json) console.log(JSON.stringify(report));
    else printReport(report);
  } finally {
    await cluster.stop();
  }
}

async function measureAll(options: BenchOptions, cluster: BenchCluster): Promise<ReaderReport> {
  const { bootstrap } = cluster;
  const { records, rounds } = options;
  const loadBefore = loadavg()[0] ?? 0;
  const topicOf = (codec: string) => `bench-reader-${records}-${codec}`;
  const file = join(cluster.folder, 'records.txt');
  say(`Writing ${records} records in ${benchCodecs.join(', ')}`);
  await writeRecordFile(file, records);
  for (const codec of benchCodecs) {
    await fillTopic(bootstrap, { name: topicOf(codec), partitions: 6, records, codec }, file);
  }
  const ours = (codec: string, task: Partial<OurTask> = {}) =>
    runChild<OurFigures>(cluster.ours, {
      bootstrap,
      topic: topicOf(codec),
      sink: 'scan',
      ...task,
    } satisfies OurTask);
  const peer: PeerTask = { ...cluster, topic: topicOf('none'), records };
  const kafkajs = () =>
    runChild<{ perSecond: number }>('kafkajsChild.ts', {
      bootstrap,
      topic: topicOf('none'),
      records,
    });

  say('Whole-topic scans, ours and the peers in turns');
  const whole = await alternate(rounds, {
    ours: () => ours('none'),
    kafkajs: async () => (await kafkajs()).perSecond,
    consumerPerformance: () => consumerPerformance(peer),
    kcat: () => kcatToFile(peer),
  });
  say('Codecs in turns');
  const codecs = await alternate(rounds, {
    none: () => ours('none'),
    zstd: () => ours('zstd'),
    lz4: () => ours('lz4'),
    snappy: () => ours('snappy'),
    gzip: () => ours('gzip'),
  });
  say('Filters in turns');
  const cel = (expression: string) => ours('none', { filter: [{ kind: 'cel', expression }] });
  const filters = await alternate(rounds, {
    plain: () => ours('none'),
    literal: () => ours('none', { filter: [{ kind: 'contains', part: 'value', text: rareWord }] }),
    modulo: () => cel('value.seq % 100000 == 3'),
    equality: () => cel(`value.seq == ${records - 1}`),
    kcatGrep: async () => (await kcatGrep(peer, rareWord)).perSecond,
  });
  say('With a store');
  const stores = await alternate(rounds, {
    none: () => ours('none', { sink: 'store', budgetMb }),
    zstd: () => ours('zstd', { sink: 'store', budgetMb }),
  });
  say('Latency');
  const latency: Latency = await measureLatency(bootstrap, options.quick ? 200 : 1000);
  say('Three brokers');
  const brokers = options.quick
    ? undefined
    : await threeBrokerRatio(options, topicOf('none'), bootstrap);
  // Last: its gigabytes push what the others read out of the system's memory.
  say('Growth');
  const growth = await measureGrowth(bootstrap, file, records, options, cluster.ours);
  await rm(file);
  const rate = (runs: readonly OurFigures[]) => median(runs.map(({ perSecond }) => perSecond));
  const all = [...Object.values(codecs).flat(), ...whole.ours];
  const kept = [...stores.none, ...stores.zstd];
  const plain = rate(filters.plain);
  const scan = rate(whole.ours);
  const rates = Object.fromEntries(benchCodecs.map((codec) => [codec, rate(codecs[codec])]));
  return {
    records,
    rounds,
    loadAverage: { before: loadBefore, after: loadavg()[0] ?? 0 },
    scan,
    peers: {
      kafkajs: median(whole.kafkajs),
      consumerPerformance: median(whole.consumerPerformance),
      kcat: median(whole.kcat),
      kcatGrep: median(filters.kcatGrep),
    },
    ratios: {
      kafkajs: scan / median(whole.kafkajs),
      consumerPerformance: scan / median(whole.consumerPerformance),
      kcat: scan / median(whole.kcat),
    },
    codecs: rates,
    codecCpuNs: Object.fromEntries(
      benchCodecs.map((codec) => [
        codec,
        median(codecs[codec].map(({ cpuMs, records: read }) => (cpuMs * 1e6) / read)),
      ]),
    ),
    codecRatios: Object.fromEntries(
      benchCodecs.map((codec) => [codec, (rates[codec] ?? 0) / (rates.none ?? 1)]),
    ),
    filters: {
      literal: rate(filters.literal),
      literalOfPlain: rate(filters.literal) / plain,
      literalOfKcatGrep: rate(filters.literal) / median(filters.kcatGrep),
      celModulo: rate(filters.modulo),
      celEquality: rate(filters.equality),
      matched: {
        literal: filters.literal[0]?.records ?? 0,
        celModulo: filters.modulo[0]?.records ?? 0,
        celEquality: filters.equality[0]?.records ?? 0,
      },
    },
    memoryMb: {
      scan: Math.max(...all.map(({ peakMb }) => peakMb)),
      store: Math.max(...kept.map(({ peakMb }) => peakMb)),
      budget: budgetMb,
    },
    latenessP99Ms: {
      ...Object.fromEntries(
        benchCodecs.map((codec) => [codec, median(codecs[codec].map(({ p99Ms }) => p99Ms))]),
      ),
      celModulo: median(filters.modulo.map(({ p99Ms }) => p99Ms)),
      store: median(stores.none.map(({ p99Ms }) => p99Ms)),
      storeZstd: median(stores.zstd.map(({ p99Ms }) => p99Ms)),
    },
    produceToRecordMs: latency,
    growth,
    ...(brokers === undefined ? {} : { brokers }),
  };
}
