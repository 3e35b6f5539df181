import { type BatchSpan, codecIdOf } from '../../core/record/batchSpan.ts';
import { BatchV2 } from '../../core/record/batchV2.ts';
import type { ExpandedBody } from './bodyMessages.ts';
import type { BodyThread } from './bodyThread.ts';

/** Below this the worker is not worth its start. */
const worthwhileBytes = 256 * 1024;
/** What goes to the worker at once, compressed. */
const groupBytes = 64 * 1024;
const groupsAhead = 4;
/** This thread verifies and looks at all records besides: of three groups it expands one. */
const groupsForOneHere = 3;

/**
 * The compressed batches of one partition's answer, expanded in groups: most in the worker, ahead of their turn; the
 * others here, as what the worker has not got by its turn, so that neither waits for the other for long.
 */
export class BodiesAhead {
  readonly #thread: BodyThread;
  readonly #groups: readonly (readonly Uint8Array[])[];
  readonly #small: boolean;
  readonly #asked = new Map<number, Promise<readonly ExpandedBody[]>>();
  /** By span: its group and its place there. */
  readonly #places = new Map<number, readonly [group: number, place: number]>();

  /** @param bytes what an answer holds for a partition, and where the batches lie in it */
  constructor(thread: BodyThread, bytes: Uint8Array, spans: readonly BatchSpan[]) {
    this.#thread = thread;
    const groups: Uint8Array[][] = [];
    let size = Infinity;
    let compressed = 0;
    for (const [index, span] of spans.entries()) {
      const codec = codecIdOf(bytes, span);
      if (codec === undefined || codec === 0) continue;
      const batch = bytes.subarray(span.start, span.end);
      if (size >= groupBytes) {
        groups.push([]);
        size = 0;
      }
      const group = groups.at(-1) ?? [];
      this.#places.set(index, [groups.length - 1, group.length]);
      group.push(batch);
      size += batch.length;
      compressed += batch.length;
    }
    this.#groups = groups;
    this.#small = compressed < worthwhileBytes;
  }

  /** The records of a span, verified; `undefined` for one that is not compressed or does not hold. */
  at(index: number): Promise<ExpandedBody> | ExpandedBody {
    const [group, place] = this.#places.get(index) ?? [];
    if (group === undefined || place === undefined) return undefined;
    this.#askAhead(group);
    const answer = this.#asked.get(group);
    if (answer !== undefined) return answer.then((bodies) => bodies[place]);
    const batch = this.#groups[group]?.[place];
    return batch && BatchV2.intact(batch) ? this.#thread.expandHere(batch) : undefined;
  }

  #askAhead(group: number): void {
    if (this.#small) return;
    for (let next = group + 1; next <= group + groupsAhead && this.#thread.wantsMore; next++) {
      const batches = this.#groups[next];
      const here = next % groupsForOneHere === 0;
      if (batches === undefined || here || this.#asked.has(next)) continue;
      this.#asked.set(next, this.#send(batches));
    }
  }

  /** Sends what holds: nothing is decompressed before its checksum was verified. */
  async #send(batches: readonly Uint8Array[]): Promise<readonly ExpandedBody[]> {
    const intact = batches.filter((batch) => BatchV2.intact(batch));
    const bodies = await this.#thread.expandThere(intact);
    return batches.map((batch) => bodies[intact.indexOf(batch)]);
  }
}
