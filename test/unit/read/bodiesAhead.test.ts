import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { BatchBuilder } from '../../../src/core/batch/batchBuilder.ts';
import { codecNames, codecOf, decompress, type CodecName } from '../../../src/core/codec/codec.ts';
import { findBatches } from '../../../src/core/record/batchSpan.ts';
import { compressBatch } from '../../../src/kafka/produce/compressBatch.ts';
import { BodiesAhead } from '../../../src/kafka/read/bodiesAhead.ts';
import { BodyThread } from '../../../src/kafka/read/bodyThread.ts';
import { nodeCodecs } from '../../../src/kafka/read/nodeCodecs.ts';

const thread = new BodyThread();
after(() => thread.close());
thread.start();

/** Batches of a partition, one behind the other; half of each is random, so that it stays large. */
async function batchesOf(codec: CodecName, count: number): Promise<Buffer> {
  const batches: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const builder = new BatchBuilder();
    for (let record = 0; record < 20; record++) {
      const value = Buffer.concat([randomBytes(700), Buffer.alloc(700, record)]);
      builder.append({ key: null, value, headers: [] }, 1_700_000_000_000 + record);
    }
    batches.push(await compressBatch(builder, codec));
  }
  return Buffer.concat(batches);
}

/** All bodies, asked for in turn, each given back before the next as a scan does. */
async function walk(bytes: Uint8Array, bodyThread = thread): Promise<(Buffer | undefined)[]> {
  const spans = findBatches(bytes);
  const ahead = new BodiesAhead(bodyThread, bytes, spans);
  const bodies: (Buffer | undefined)[] = [];
  for (const index of spans.keys()) {
    const body = await ahead.at(index);
    bodies.push(body && Buffer.from(body));
    if (body !== undefined) bodyThread.giveBack(body, codecOf(bytes[22] ?? 0));
  }
  return bodies;
}

function expected(bytes: Uint8Array, codec: CodecName): (Buffer | undefined)[] {
  return findBatches(bytes).map(({ start, end }) =>
    codec === 'none'
      ? undefined
      : Buffer.from(decompress(codec, bytes.subarray(start + 61, end), 1e8, nodeCodecs)),
  );
}

describe('BodiesAhead', () => {
  for (const codec of codecNames) {
    it(`expands many batches in ${codec} as one by one, in memory that is used again`, async () => {
      const bytes = await batchesOf(codec, 60);
      for (let round = 0; round < 3; round++) {
        assert.deepEqual(await walk(bytes), expected(bytes, codec));
      }
    });

    it(`expands few batches in ${codec}`, async () => {
      const bytes = await batchesOf(codec, 2);
      assert.deepEqual(await walk(bytes), expected(bytes, codec));
    });
  }

  it('gives nothing of a batch whose checksum does not hold, and all of the others', async () => {
    const bytes = await batchesOf('lz4', 60);
    const whole = expected(bytes, 'lz4');
    const damaged = [0, 3, 4, 17, 59];
    const spans = findBatches(bytes);
    for (const index of damaged) {
      const at = (spans[index]?.end ?? 0) - 100;
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    }
    const wanted = whole.map((body, index) => (damaged.includes(index) ? undefined : body));
    assert.deepEqual(await walk(bytes), wanted);
  });

  it('leaves to the caller what a worker had that has ended', async () => {
    const own = new BodyThread();
    own.start();
    const bytes = await batchesOf('zstd', 60);
    assert.deepEqual(await walk(bytes, own), expected(bytes, 'zstd'));
    const spans = findBatches(bytes);
    const ahead = new BodiesAhead(own, bytes, spans);
    const asked = [...spans.keys()].map((index) => Promise.resolve(ahead.at(index)));
    own.close();
    const whole = expected(bytes, 'zstd');
    for (const [index, body] of (await Promise.all(asked)).entries()) {
      if (body !== undefined) assert.deepEqual(Buffer.from(body), whole[index]);
    }
    assert.deepEqual(await walk(bytes, own), whole, 'all is done here then');
  });
});
