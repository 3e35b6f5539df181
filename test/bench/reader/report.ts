import type { Growth } from './growth.ts';
import type { Latency } from './latency.ts';

type Named = Readonly<Record<string, number>>;

/** Everything that one run of the reader benchmark found; rates are records per second, medians. */
export interface ReaderReport {
  readonly records: number;
  readonly rounds: number;
  /** Of the machine, over a minute; the second at the end of the run, which is a part of it. */
  readonly loadAverage: { readonly before: number; readonly after: number };
  readonly scan: number;
  readonly peers: Named;
  /** Our scan of the uncompressed topic over that of each peer. */
  readonly ratios: {
    readonly kafkajs: number;
    readonly consumerPerformance: number;
    readonly kcat: number;
  };
  readonly codecs: Named;
  /** What our process spends on a record, all its threads: says more than rates on a busy machine. */
  readonly codecCpuNs: Named;
  /** Each codec's rate over the uncompressed one. */
  readonly codecRatios: Named;
  readonly filters: {
    readonly literal: number;
    readonly literalOfPlain: number;
    readonly literalOfKcatGrep: number;
    readonly celModulo: number;
    readonly celEquality: number;
    readonly matched: Named;
  };
  readonly memoryMb: { readonly scan: number; readonly store: number; readonly budget: number };
  readonly latenessP99Ms: Named;
  readonly produceToRecordMs: Latency;
  readonly growth: Growth;
  readonly brokers?: { readonly one: number; readonly three: number; readonly ratio: number };
}

/** Prints the figures beside their goals. */
export function printReport(report: ReaderReport): void {
  const { peers, ratios, filters, memoryMb, growth, brokers } = report;
  const line = (what: string, value: string, goal: string, met: boolean) =>
    console.log(`${met ? '✓' : '✗'} ${what.padEnd(52)} ${value.padStart(16)}   ${goal}`);
  const atLeast = (what: string, value: number, goal: number, digits = 2) =>
    line(what, value.toFixed(digits), `≥ ${goal}`, value >= goal);
  const atMost = (what: string, value: number, goal: number, digits = 1) =>
    line(what, value.toFixed(digits), `≤ ${goal}`, value <= goal);
  const rate = (value: number) => `${Math.round(value).toLocaleString('en')}/s`;
  console.log(
    `\n${report.records.toLocaleString('en')} records, ${report.rounds} rounds, load before ${report.loadAverage.before.toFixed(1)}`,
  );
  console.log(`  scan ${rate(report.scan)}`);
  for (const [name, value] of Object.entries(peers)) console.log(`  ${name} ${rate(value)}`);
  atLeast('scan over kafkajs', ratios.kafkajs, 4);
  atLeast('scan over ConsumerPerformance', ratios.consumerPerformance, 3);
  atLeast('scan over kcat to a file', ratios.kcat, 6);
  for (const [codec, goal] of [
    ['zstd', 0.7],
    ['lz4', 0.5],
    ['snappy', 0.5],
    ['gzip', 0.5],
  ] as const) {
    const own = `${codec} over uncompressed (${rate(report.codecs[codec] ?? 0)})`;
    atLeast(own, report.codecRatios[codec] ?? 0, goal);
  }
  for (const [codec, ns] of Object.entries(report.codecCpuNs)) {
    console.log(`  ${codec}: ${ns.toFixed(0)} ns of processor time per record`);
  }
  atLeast('literal filter over plain scan', filters.literalOfPlain, 0.6);
  atLeast('literal filter over kcat | grep', filters.literalOfKcatGrep, 2);
  atLeast('CEL value.seq % 100000 == 3', filters.celModulo, 400_000, 0);
  atLeast('CEL value.seq == N', filters.celEquality, 1_500_000, 0);
  atMost('memory of a scan, MB', memoryMb.scan, 300, 0);
  atMost('memory with the store, MB', memoryMb.store, memoryMb.budget + 150, 0);
  for (const [name, value] of Object.entries(report.latenessP99Ms)) {
    atMost(`event loop p99, ${name}, ms`, value, 20);
  }
  atMost('produce → record p50, ms', report.produceToRecordMs.p50, 5);
  atMost('produce → record p99, ms', report.produceToRecordMs.p99, 25);
  line(
    `marginal time per record up to ${(growth.sizes.at(-1) ?? 0).toLocaleString('en')}`,
    growth.marginalNs.map((ns) => ns.toFixed(0)).join(' → ') + ' ns',
    'flat within 20 %',
    growth.ratio >= 1 && growth.ratio <= 1.2,
  );
  if (brokers !== undefined) atLeast('three brokers, 60 partitions, over one', brokers.ratio, 0.8);
}
