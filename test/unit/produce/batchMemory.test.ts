import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HeaderNames } from '../../../src/core/batch/recordBytes.ts';
import { BatchMemory } from '../../../src/kafka/produce/batchMemory.ts';
import { PendingBatch } from '../../../src/kafka/produce/pendingBatch.ts';

function batchIn(memory: BatchMemory, valueBytes = 1000): PendingBatch {
  const batch = new PendingBatch(0, new HeaderNames(), memory);
  batch.add({ key: null, value: new Uint8Array(valueBytes) }, 0, 0);
  return batch;
}

describe('the memory of a batch', () => {
  it('is used again once the batch is written', async () => {
    const memory = new BatchMemory();
    const first = batchIn(memory);
    first.attempts = 1;
    const bytes = await first.bytes('none');
    first.free();
    assert.equal((await batchIn(memory).bytes('none')).buffer, bytes.buffer);
    assert.equal(memory.take(), undefined);
  });

  it('is left to whoever may still send it, where an attempt got no answer', () => {
    const memory = new BatchMemory();
    const batch = batchIn(memory);
    batch.attempts = 2;
    batch.free();
    assert.equal(memory.take(), undefined);
  });

  it('is not kept where one record took far more than a batch should', () => {
    const memory = new BatchMemory();
    const batch = batchIn(memory, 20_000_000);
    batch.attempts = 1;
    batch.free();
    assert.equal(memory.take(), undefined);
  });
});
