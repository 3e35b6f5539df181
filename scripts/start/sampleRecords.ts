import type { RecordToProduce } from '../../src/kafka/produce/recordToProduce.ts';

/** A topic that `npm start` fills once. */
export interface SampleTopic {
  readonly name: string;
  readonly partitions: number;
  readonly configs?: Readonly<Record<string, string>>;
  readonly records: () => RecordToProduce[];
}

/** Samples outlive Kafka's default retention of a week. */
const forEver = { 'retention.ms': '-1' };

/** The topics that a person finds after the first start. */
export const sampleTopics: readonly SampleTopic[] = [
  { name: 'users', partitions: 3, configs: forEver, records: () => series(300, user) },
  { name: 'orders', partitions: 3, configs: forEver, records: () => series(500, order) },
  {
    name: 'user-profiles',
    partitions: 2,
    configs: { 'cleanup.policy': 'compact' },
    records: () => series(120, profile),
  },
  {
    name: 'telemetry-binary',
    partitions: 1,
    configs: forEver,
    records: () => series(200, telemetry),
  },
];

/** The first sample's time: the last ones are some minutes old. */
const start = Date.now() - 501 * 60_000;
const genders = ['FEMALE', 'MALE', 'OTHER'];
const items = ['keyboard', 'lamp', 'notebook', 'headphones', 'mug', 'backpack'];

function series(count: number, make: (index: number, random: () => number) => RecordToProduce) {
  const random = randomNumbers(42);
  return Array.from({ length: count }, (_, index) => make(index, random));
}

/** Key `User_n`; registertime, userid, regionid, gender. */
function user(index: number, random: () => number): RecordToProduce {
  const userid = `User_${whole(random, 1, 50)}`;
  const registertime = start - whole(random, 0, 90 * 86_400_000);
  const value = {
    registertime,
    userid,
    regionid: `Region_${whole(random, 1, 9)}`,
    gender: genders[whole(random, 0, 2)],
  };
  return json(userid, value, index);
}

/** Key: the order's id, a number beyond 2^53 now and then; two headers. */
function order(index: number, random: () => number): RecordToProduce {
  const id = (9_007_199_254_740_900n + BigInt(index)).toString();
  const text = `{"orderid":${id},"userid":"User_${whole(random, 1, 50)}","item":"${
    items[whole(random, 0, items.length - 1)] ?? ''
  }","quantity":${whole(random, 1, 5)},"price":${(whole(random, 100, 9999) / 100).toFixed(2)}}`;
  return {
    key: bytes(id),
    value: bytes(text),
    headers: [
      ['source', bytes(index % 3 === 0 ? 'web' : 'shop')],
      ['trace', bytes(whole(random, 0, 0xffffff).toString(16))],
    ],
    timestampMs: start + index * 60_000,
  };
}

/** The newest profile of a user counts; every tenth record is a tombstone. */
function profile(index: number, random: () => number): RecordToProduce {
  const userid = `User_${whole(random, 1, 30)}`;
  if (index % 10 === 9) {
    return { key: bytes(userid), value: null, timestampMs: start + index * 60_000 };
  }
  return json(userid, { userid, theme: index % 2 === 0 ? 'dark' : 'light', visits: index }, index);
}

/** A sensor's id as key; 16 bytes: time in ms (int64), temperature (float32), sequence (int32). */
function telemetry(index: number, random: () => number): RecordToProduce {
  const value = Buffer.alloc(16);
  value.writeBigInt64BE(BigInt(start + index * 1000));
  value.writeFloatBE(15 + random() * 10, 8);
  value.writeInt32BE(index, 12);
  const key = Buffer.from([0, 0, 0, whole(random, 1, 4)]);
  return { key, value, timestampMs: start + index * 1000 };
}

function json(key: string, value: unknown, index: number): RecordToProduce {
  return {
    key: bytes(key),
    value: bytes(JSON.stringify(value)),
    timestampMs: start + index * 60_000,
  };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A whole number from `low` to `high`, both included. */
function whole(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** The same numbers in [0, 1) for the same seed (a linear congruential generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
