import { Worker } from 'node:worker_threads';
import type { SlowTerm } from '../../core/filter/recordFilter.ts';
import type { RequiredTexts } from '../../core/filter/requiredText.ts';
import { KafkaError } from '../../core/kafkaError.ts';
import {
  beatOf,
  type FilterAnswer,
  type FilterJob,
  type FilterWorkerData,
} from './filterMessages.ts';
import { workerUrl } from './workerUrl.ts';

/** What one job found. */
export type FilterResult = Extract<FilterAnswer, { kind: 'done' }>;

interface Pending {
  readonly job: Omit<FilterJob, 'bytes'>;
  readonly result: PromiseWithResolvers<FilterResult>;
}

/** The beat is looked at that often; so many looks without a new record, and the worker is ended. */
const lookMs = 100;
const looksUntilEnded = 7;
const startLimitMs = 10_000;

/**
 * Evaluates regular expressions and CEL in a worker. Whatever a user's pattern does, this thread stays free,
 * and a record that keeps the worker busy for most of a second ends it.
 */
export class FilterThread {
  /** What the terms require to occur in a wanted record. */
  required: readonly RequiredTexts[] = [];
  readonly #worker: Worker;
  readonly #beat = new Int32Array(
    new SharedArrayBuffer(beatOf.length * Int32Array.BYTES_PER_ELEMENT),
  );
  readonly #pending = new Map<number, Pending>();
  readonly #ready = Promise.withResolvers<undefined>();
  #watch: ReturnType<typeof setInterval> | undefined;
  #jobs = 0;
  #lastBeat = 0;
  #looks = 0;
  #failure: Error | undefined;

  private constructor(terms: readonly SlowTerm[]) {
    const workerData: FilterWorkerData = { terms, beat: this.#beat };
    this.#worker = new Worker(workerUrl('filterWorker'), { workerData });
    this.#worker.unref();
    this.#worker.on('message', (answer: FilterAnswer) => this.#heard(answer));
    this.#worker.on('error', (cause) => this.#end(broken(cause)));
    this.#worker.on('exit', () => this.#end(broken(undefined)));
  }

  /**
   * Starts a worker and makes the terms ready in it.
   *
   * @throws KafkaError `filterInvalid` with what is wrong with a term
   */
  static async start(terms: readonly SlowTerm[]): Promise<FilterThread> {
    const thread = new FilterThread(terms);
    const limit = setTimeout(() => thread.#end(broken(undefined)), startLimitMs);
    try {
      await thread.#ready.promise;
    } finally {
      clearTimeout(limit);
    }
    return thread;
  }

  /**
   * Looks at some records; `job.bytes` moves to the worker and is gone here.
   *
   * @throws KafkaError `filterTooSlow` with the place of the record that was under way
   */
  run(
    job: Omit<FilterJob, 'id'> & { readonly bytes: Uint8Array<ArrayBuffer> },
  ): Promise<FilterResult> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const id = this.#jobs++;
    const { bytes, ...place } = job;
    const result = Promise.withResolvers<FilterResult>();
    this.#pending.set(id, { job: { ...place, id }, result });
    this.#worker.postMessage({ ...job, id }, [bytes.buffer]);
    this.#watch ??= setInterval(() => this.#look(), lookMs);
    return result.promise;
  }

  /** Ends the worker; what is under way is rejected. */
  close(): void {
    this.#end(new DOMException('The filter was closed', 'AbortError'));
  }

  #heard(answer: FilterAnswer): void {
    switch (answer.kind) {
      case 'ready':
        this.required = answer.required;
        this.#ready.resolve(undefined);
        break;
      case 'invalid': {
        const { message, details } = answer;
        this.#end(new KafkaError('filterInvalid', message, { details: { message, ...details } }));
        break;
      }
      case 'done':
        this.#looks = 0;
        this.#pending.get(answer.id)?.result.resolve(answer);
        this.#pending.delete(answer.id);
        if (this.#pending.size === 0) this.#stopWatching();
    }
  }

  #look(): void {
    const beat = this.#beat[beatOf.count] ?? 0;
    this.#looks = beat === this.#lastBeat ? this.#looks + 1 : 0;
    this.#lastBeat = beat;
    if (this.#looks < looksUntilEnded) return;
    const job = this.#pending.get(this.#beat[beatOf.job] ?? 0)?.job;
    const offset = (job?.baseOffset ?? 0n) + BigInt(this.#beat[beatOf.offsetDelta] ?? 0);
    const details = { partition: job?.partition ?? -1, offset: String(offset) };
    this.#end(
      new KafkaError('filterTooSlow', `The filter hung at ${details.partition}:${offset}`, {
        details,
      }),
    );
  }

  #stopWatching(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#looks = 0;
  }

  #end(failure: Error): void {
    if (this.#failure !== undefined) return;
    this.#failure = failure;
    this.#stopWatching();
    this.#ready.reject(failure);
    for (const { result } of this.#pending.values()) result.reject(failure);
    this.#pending.clear();
    void this.#worker.terminate();
  }
}

function broken(cause: unknown): KafkaError {
  return new KafkaError('internal', 'The filter worker has ended', { cause });
}
