// The worker that decompresses batches ahead of a scan. An entry of its own in the bundle.
import { parentPort } from 'node:worker_threads';
import type { BodyAnswer, BodyJob } from './bodyMessages.ts';
import { expandBatch } from './expandBatch.ts';
import { SpareMemory } from './spareMemory.ts';

// Whoever asked makes the error, in its own words.
Error.stackTraceLimit = 0;
const memory = new SpareMemory();
/** Of one job: what expands to more is done in place, one batch at a time. */
const mostExpandedBytes = 32 * 1024 * 1024;

parentPort?.on('message', ({ id, bytes, ends, spare }: BodyJob) => {
  for (const piece of spare) memory.give(piece);
  let left = mostExpandedBytes;
  const bodies = [...ends].map((end, index) => {
    const body = expandBatch(bytes.subarray(ends[index - 1] ?? 0, end), memory, left);
    left -= body?.length ?? 0;
    // What is moved away must be nobody else's; Node lets small results share memory.
    return body === undefined || isAlone(body) ? body : new Uint8Array(body);
  });
  // At once: the garbage collector would come often for so much memory, and late.
  bytes.buffer.transfer(0);
  const moved = bodies.flatMap((body) => (body === undefined ? [] : [body.buffer as ArrayBuffer]));
  parentPort?.postMessage({ id, bodies } satisfies BodyAnswer, moved);
});

parentPort?.postMessage({ id: -1, bodies: [] } satisfies BodyAnswer);

function isAlone({ buffer }: Uint8Array): boolean {
  return buffer.byteLength > Buffer.poolSize;
}
