import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { KafkaError } from '../../../src/core/kafkaError.ts';
import { FramePool } from '../../../src/kafka/wire/framePool.ts';
import { FrameReceiver } from '../../../src/kafka/wire/frameReceiver.ts';

/** Feeds `stream` in reads of at most `sizes[n]` bytes, as a socket would; a read never gets more than fits. */
function receive(stream: Buffer, sizes: readonly number[], frames?: FramePool) {
  const answers: Buffer[] = [];
  const failures: KafkaError[] = [];
  const receiver = new FrameReceiver(
    {
      frame: (bytes) => answers.push(Buffer.from(bytes)),
      failed: (error) => failures.push(error),
    },
    frames,
  );
  let at = 0;
  for (let read = 0; at < stream.length && failures.length === 0; read++) {
    const room = receiver.buffer();
    assert.ok(room.length > 0, 'there is always room for the next byte');
    const size = Math.min(sizes[read % sizes.length] ?? 1, room.length, stream.length - at);
    stream.copy(room, 0, at, at + size);
    at += size;
    receiver.received(size);
  }
  return { answers, failures };
}

function frame(length: number, fill: number): Buffer {
  const bytes = Buffer.alloc(length + 4, fill);
  bytes.writeInt32BE(length);
  return bytes;
}

describe('FrameReceiver', () => {
  const lengths = fc.array(fc.oneof(fc.nat(200), fc.integer({ min: 65_000, max: 200_000 })), {
    maxLength: 6,
  });
  const reads = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 });

  it('hands on every answer whole and in order, however the bytes come', () => {
    fc.assert(
      fc.property(lengths, reads, (sizes, cuts) => {
        const sent = sizes.map((length, index) => frame(length, index + 1));
        const { answers, failures } = receive(Buffer.concat(sent), cuts);
        assert.deepEqual(failures, []);
        assert.deepEqual(answers, sent);
      }),
      { numRuns: 60 },
    );
  });

  it('does the same with memory that is used again', () => {
    const frames = new FramePool(150_000);
    fc.assert(
      fc.property(lengths, reads, (sizes, cuts) => {
        const sent = sizes.map((length, index) => frame(length, index + 1));
        const answers: Buffer[] = [];
        const receiver = new FrameReceiver(
          {
            frame: (bytes) => {
              answers.push(Buffer.from(bytes));
              frames.giveBack(bytes.buffer);
            },
            failed: (error) => assert.fail(error),
          },
          frames,
        );
        const stream = Buffer.concat(sent);
        for (let at = 0, read = 0; at < stream.length; read++) {
          const room = receiver.buffer();
          const size = Math.min(cuts[read % cuts.length] ?? 1, room.length, stream.length - at);
          stream.copy(room, 0, at, (at += size));
          receiver.received(size);
        }
        assert.deepEqual(answers, sent);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what announces a length that no broker sends', () => {
    for (const start of ['HTTP/1.1 400 Bad Request', '\xff\xff\xff\xff']) {
      const { answers, failures } = receive(Buffer.from(start, 'latin1'), [1000]);
      assert.deepEqual(answers, []);
      assert.equal(failures[0]?.reason, 'notKafka');
    }
  });
});

describe('FramePool', () => {
  it('lends the same memory again only once it was given back', () => {
    const pool = new FramePool(1000);
    const first = pool.take(10);
    const second = pool.take(20);
    assert.notEqual(first.buffer, second.buffer);
    pool.giveBack(first.buffer);
    pool.giveBack(first.buffer);
    assert.equal(pool.take(1000).buffer, first.buffer);
    assert.notEqual(pool.take(5).buffer, first.buffer);
  });

  it('keeps neither longer answers nor what is not from here', () => {
    const pool = new FramePool(1000);
    const long = pool.take(1001);
    pool.giveBack(long.buffer);
    pool.giveBack(new ArrayBuffer(1000));
    const next = pool.take(1000);
    assert.notEqual(next.buffer, long.buffer);
  });
});
