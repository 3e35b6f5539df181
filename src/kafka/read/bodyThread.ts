import { Worker } from 'node:worker_threads';
import type { CodecName } from '../../core/codec/codec.ts';
import type { BodyAnswer, BodyJob, ExpandedBody } from './bodyMessages.ts';
import { expandBatch } from './expandBatch.ts';
import { SpareMemory } from './spareMemory.ts';
import { workerUrl } from './workerUrl.ts';

/** One under way, one waiting. */
const jobsAtOnce = 2;

/**
 * Decompresses batches for a scan, here or in a worker while this thread looks at those before them. Should the worker
 * break, batches come back unexpanded.
 */
export class BodyThread {
  #worker: Worker | undefined;
  #ready = false;
  #ended = false;
  #jobs = 0;
  readonly #spare = new SpareMemory();
  readonly #pending = new Map<number, (bodies: readonly ExpandedBody[]) => void>();

  /** Starts the worker: while the first records are on their way nothing else is to be done. */
  start(): void {
    if (!this.#ended) this.#worker ??= this.#startWorker();
  }

  /** Whether the worker would soon have nothing to do. */
  get wantsMore(): boolean {
    return this.#ready && !this.#ended && this.#pending.size < jobsAtOnce;
  }

  /** The records of a batch whose checksum holds; `undefined` where it does not expand. */
  expandHere(batch: Uint8Array): ExpandedBody {
    return expandBatch(batch, this.#spare);
  }

  /** The same of several, from the worker; none once it has ended. */
  expandThere(batches: readonly Uint8Array[]): Promise<readonly ExpandedBody[]> {
    if (this.#ended || this.#worker === undefined) return Promise.resolve([]);
    const ends = new Uint32Array(batches.length);
    let length = 0;
    for (const [index, batch] of batches.entries()) ends[index] = length += batch.length;
    const bytes = new Uint8Array(length);
    for (const [index, batch] of batches.entries()) bytes.set(batch, ends[index - 1] ?? 0);
    const id = this.#jobs++;
    const spare = this.#spare.takeAll();
    const job: BodyJob = { id, bytes, ends, spare };
    this.#worker.postMessage(job, [bytes.buffer, ...spare]);
    return new Promise((resolve) => this.#pending.set(id, resolve));
  }

  /** Takes back the memory of records that nobody looks at any more: for the next batch, where its codec can use it. */
  giveBack(body: Uint8Array, codec: CodecName): void {
    const { buffer } = body;
    if (!(buffer instanceof ArrayBuffer) || buffer.byteLength <= Buffer.poolSize) return;
    if (codec === 'lz4' || codec === 'snappy') this.#spare.give(buffer);
    // Free at once: the garbage collector would come often for so much memory, and late.
    else buffer.transfer(0);
  }

  /** Ends the worker. */
  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const resolve of this.#pending.values()) resolve([]);
    this.#pending.clear();
    void this.#worker?.terminate();
  }

  #startWorker(): Worker {
    const worker = new Worker(workerUrl('bodyWorker'));
    worker.unref();
    worker.on('message', ({ id, bodies }: BodyAnswer) => {
      this.#ready = true;
      this.#pending.get(id)?.(bodies);
      this.#pending.delete(id);
    });
    worker.on('error', () => this.close());
    worker.on('exit', () => this.close());
    return worker;
  }
}
