import { parseArgs } from 'node:util';

/** What the command line says. */
export interface BenchOptions {
  /** Records per topic; 2,000,000 unless told. */
  readonly records: number;
  /** How often each measurement is made; the median counts. */
  readonly rounds: number;
  readonly json: boolean;
  /** Leaves out what takes long: three brokers, 20 million records. */
  readonly quick: boolean;
  /** A running cluster, instead of a broker of our own; `KAFKA_BOOTSTRAP` says the same. */
  readonly bootstrap: string | undefined;
  /** Scan this topic only, and compare with Kafka's own consumer. */
  readonly topic: string | undefined;
  /** A CEL expression to scan `topic` with. */
  readonly where: string | undefined;
}

/** Reads `--records N --rounds N --json --quick --bootstrap LIST --topic NAME --where EXPRESSION`. */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '2000000' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      bootstrap: { type: 'string' },
      topic: { type: 'string' },
      where: { type: 'string' },
    },
  });
  return {
    records: Number(values.records),
    rounds: Number(values.rounds),
    json: values.json,
    quick: values.quick,
    bootstrap: values.bootstrap ?? process.env.KAFKA_BOOTSTRAP,
    topic: values.topic,
    where: values.where,
  };
}
