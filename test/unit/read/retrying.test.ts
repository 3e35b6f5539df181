import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { silentLog } from '../../../src/core/log.ts';
import { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import type { WireRequest } from '../../../src/kafka/wire/wireRequest.ts';
import { BodyCache } from '../../../src/core/record/bodyCache.ts';
import { PartitionRead } from '../../../src/kafka/read/partitionRead.ts';
import { skipGap } from '../../../src/kafka/read/skipGap.ts';
import { TopicReader } from '../../../src/kafka/read/topicReader.ts';

type Fetched = Readonly<Record<string, unknown>>;

/** A cluster of one topic whose brokers answer Fetch as told; counts what is asked. */
class StandIn extends ClusterClient {
  readonly asked = new Map<string, number>();
  readonly #fetched: (broker: number, asked: number) => Fetched;

  constructor(fetched: (broker: number, asked: number) => Fetched, rack?: string) {
    const profile = { name: 'stand-in', bootstrapServers: ['127.0.0.1:1'], ...(rack && { rack }) };
    super(profile, { log: silentLog });
    this.#fetched = fetched;
  }

  override fork(): ClusterClient {
    return this;
  }

  override async send<T>(target: unknown, request: WireRequest<T>): Promise<T> {
    const asked = (this.asked.get(request.apiName) ?? 0) + 1;
    this.asked.set(request.apiName, asked);
    await new Promise((resolve) => setImmediate(resolve));
    const partition = { topic: 't', partition: 0, errorCode: 0 };
    const answers: Record<string, () => unknown> = {
      Metadata: () => {
        const leader = { leader: 1, leaderEpoch: 1, replicas: [1, 2], inSyncReplicas: [1, 2] };
        const partitions = [{ ...partition, ...leader, offlineReplicas: [] }];
        return { topics: [{ errorCode: 0, name: 't', id: 'x', partitions }], brokers: [] };
      },
      // Where the log begins is asked first.
      ListOffsets: () => [{ ...partition, offset: asked % 2 === 1 ? 0n : 5n, timestamp: -1n }],
      Fetch: () => {
        const ends = { highWatermark: 5n, lastStableOffset: 5n, logStartOffset: 0n };
        const rest = {
          abortedTransactions: [],
          preferredReadReplica: -1,
          records: Buffer.alloc(0),
        };
        const { throttleMs = 0, ...answer } = this.#fetched(Number(target), asked);
        return {
          throttleMs,
          errorCode: 0,
          partitions: [{ ...partition, ...ends, ...rest, ...answer }],
        };
      },
    };
    return answers[request.apiName]?.() as T;
  }
}

const plan = {
  topic: 't',
  from: { kind: 'offsets', offsets: new Map([[0, 3n]]) },
  to: { kind: 'never' },
} as const;

describe('a read that a broker holds back', () => {
  it('asks for nothing more once it is paused, and goes on when it may', async (t) => {
    const again = Promise.withResolvers<undefined>();
    const client = new StandIn((_broker, asked) => {
      if (asked === 2) again.resolve(undefined);
      return { throttleMs: 20 };
    });
    const heldBack = Promise.withResolvers<undefined>();
    const changed = () => {
      if (reader.progress.throttledMs > 0) heldBack.resolve(undefined);
    };
    const sink = { batch: () => undefined, changed };
    const reader = new TopicReader(client, plan, sink, { log: silentLog });
    const abort = new AbortController();
    t.after(() => abort.abort());
    const reading = reader.run(abort.signal);
    await heldBack.promise;
    reader.pause();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual([reader.progress.state, client.asked.get('Fetch')], ['paused', 1]);
    reader.resume();
    await again.promise;
    abort.abort();
    await reading;
  });
});

describe('a read of a log whose last offsets hold nothing', () => {
  it('ends after half a minute of empty answers, and says how many are gone', async (t) => {
    const start = performance.now();
    let ticks = 0;
    t.mock.method(performance, 'now', () => start + ticks++ * 100);
    const client = new StandIn(() => ({}));
    const sink = { batch: () => undefined };
    const bounded = { ...plan, to: { kind: 'end' } } as const;
    const reader = new TopicReader(client, bounded, sink, { log: silentLog });
    const abort = new AbortController();
    t.after(() => abort.abort());
    assert.deepEqual(await reader.run(abort.signal), { kind: 'end' });
    const { position, goneOffsets } = reader.progress.partitions[0] ?? {};
    assert.deepEqual([position, goneOffsets], [5n, 2n]);
    assert.ok(ticks > 300, `${ticks / 10} s`);
  });

  it('is moved only once nothing has come for so long', () => {
    const read = new PartitionRead('t', 0, new BodyCache(0));
    read.moveTo(3n);
    read.end = 5n;
    assert.deepEqual([skipGap(read, 0), skipGap(read, 29_999)], [undefined, undefined]);
    // Something has come meanwhile.
    read.emptySince = undefined;
    assert.deepEqual([skipGap(read, 31_000), read.nextFetch], [undefined, 3n]);
    assert.ok(skipGap(read, 61_000) !== undefined);
    assert.deepEqual([read.nextFetch, read.goneOffsets], [5n, 2n]);
    // At the end nothing is missing, however long it takes.
    assert.deepEqual([skipGap(read, 0), skipGap(read, 99_000)], [undefined, undefined]);
  });
});

describe('a read whose brokers answer with errors at once', () => {
  it('asks less and less often', async () => {
    const client = new StandIn(() => ({ errorCode: -1 }));
    const reader = new TopicReader(client, plan, { batch: () => undefined }, { log: silentLog });
    const abort = new AbortController();
    const reading = reader.run(abort.signal);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    assert.equal(reader.progress.partitions[0]?.problem?.reason, 'brokerError');
    abort.abort();
    await reading;
    const fetches = client.asked.get('Fetch') ?? 0;
    assert.ok(fetches >= 3 && fetches <= 8, `${fetches} in 1.2 s`);
  });

  it('goes back to the leader when a replica nearby cannot serve it', async () => {
    const served = Promise.withResolvers<undefined>();
    const racks: string[] = [];
    const client = new (class extends StandIn {
      override send<T>(target: unknown, request: WireRequest<T>): Promise<T> {
        if (request.apiName === 'Fetch') {
          const written: string[] = [];
          const nothing = () => undefined;
          const writer = new Proxy(
            {},
            {
              get: (_none, name) =>
                name === 'string'
                  ? (text: string) => written.push(text)
                  : name === 'array'
                    ? nothing
                    : nothing,
            },
          );
          request.encode(writer as never, 11);
          racks.push(`${String(target)}:${written.at(-1) ?? ''}`);
          // A leader that is asked with a rack names a replica; without one it serves.
          if (target === 1 && written.at(-1) === '') served.resolve(undefined);
        }
        return super.send(target, request);
      }
    })((broker) => (broker === 1 ? { preferredReadReplica: 2 } : { errorCode: 6 }), 'near');
    const reader = new TopicReader(client, plan, { batch: () => undefined }, { log: silentLog });
    const abort = new AbortController();
    const reading = reader.run(abort.signal);
    await served.promise;
    abort.abort();
    await reading;
    assert.deepEqual(racks.slice(0, 2), ['1:near', '2:near']);
  });
});
