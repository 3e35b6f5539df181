import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FetchSession, manyPartitions } from '../../../src/kafka/read/fetchSession.ts';
import type { FetchPartition } from '../../../src/kafka/wire/fetch.ts';

/** Partitions from 0 on, each at offset 7 unless told. */
function partitions(count: number, offsets: Readonly<Record<number, bigint>> = {}) {
  return Array.from({ length: count }, (_none, partition): FetchPartition => {
    const offset = offsets[partition] ?? 7n;
    return { topic: 't', partition, offset, maxBytes: 100, leaderEpoch: 1 };
  });
}

const answer = (sessionId: number, errorCode = 0) => ({
  ...{ throttleMs: 0, sessionId, errorCode },
  partitions: [],
});

/** What a request says: its session, which partitions, and which no more. */
function said(session: FetchSession, wanted: readonly FetchPartition[]) {
  const { partitions: named, session: told } = session.next(wanted);
  const numbers = (all: readonly { partition: number }[]) => all.map(({ partition }) => partition);
  return [told?.id, told?.epoch, numbers(named), numbers(told?.forgotten ?? [])];
}

/** A session that the broker has named 5. */
function opened(count = manyPartitions): FetchSession {
  const session = new FetchSession(true);
  session.next(partitions(count));
  assert.equal(session.lost(answer(5)), false);
  return session;
}

const all = [...Array(manyPartitions).keys()];

describe('what a broker is told of the fetches of a loop', () => {
  it('is everything in each request where there are few partitions, or an end', () => {
    for (const [endless, count] of [
      [true, manyPartitions - 1],
      [false, manyPartitions],
    ] as const) {
      const session = new FetchSession(endless);
      for (let round = 0; round < 2; round++) {
        assert.deepEqual(session.next(partitions(count)), { partitions: partitions(count) });
        assert.equal(session.lost(answer(0)), false);
      }
    }
  });

  it('is everything at first, then what has moved, come or gone', () => {
    const session = new FetchSession(true);
    assert.deepEqual(said(session, partitions(manyPartitions)), [0, 0, all, []]);
    assert.equal(session.lost(answer(5)), false);
    assert.deepEqual(said(session, partitions(manyPartitions, { 3: 8n })), [5, 1, [3], []]);
    session.lost(answer(5));
    assert.deepEqual(said(session, partitions(manyPartitions, { 3: 8n })), [5, 2, [], []]);
    session.lost(answer(5));
    const other = [...partitions(manyPartitions + 1, { 3: 8n }).slice(1)];
    assert.deepEqual(said(session, other), [5, 3, [manyPartitions], [0]]);
  });

  it('goes on in the session where most partitions have gone', () => {
    const session = opened();
    assert.deepEqual(said(session, partitions(1)), [5, 1, [], all.slice(1)]);
  });

  it('is everything again where the broker has forgotten the session', () => {
    const session = opened();
    session.next(partitions(manyPartitions));
    assert.equal(session.lost(answer(0, 70)), true);
    assert.deepEqual(said(session, partitions(manyPartitions)), [0, 0, all, []]);
  });

  it('is everything again, in place of the old session, where requests were lost on the way', () => {
    const session = opened();
    session.next(partitions(manyPartitions));
    assert.equal(session.lost(answer(0, 71)), true);
    assert.deepEqual(said(session, partitions(manyPartitions)), [5, 0, all, []]);
    session.lost(answer(6));
    session.restart();
    assert.deepEqual(said(session, partitions(manyPartitions)), [6, 0, all, []]);
  });

  it('leaves other errors to the loop', () => {
    assert.equal(opened().lost(answer(0, 29)), false);
  });

  it('asks for a session once only where the broker has no room', () => {
    const session = new FetchSession(true);
    session.next(partitions(manyPartitions));
    session.lost(answer(0));
    assert.deepEqual(said(session, partitions(manyPartitions)), [undefined, undefined, all, []]);
  });
});
