import type { FetchOptions } from '../wire/fetch.ts';

/** What a fetch waits for where something may come at any moment: for anything. */
const forAnything = { minBytes: 1, maxWaitMs: 500 };
/** In a stream for a piece that is worth a request, but never so long that somebody would see it. */
const forMore = { minBytes: 256 * 1024, maxWaitMs: 10 };
/** As much at once is a stream: more than a hundred records, most of the time. */
const streamBytes = 16 * 1024;

/**
 * What the next fetch of records that keep coming waits for. Answered at once, a stream of 100,000 records a second
 * came in hundreds of answers a second, each of which cost the broker and us more than what it held.
 *
 * @param answered bytes of records in the answer before
 */
export function fetchWait(answered: number): Pick<FetchOptions, 'minBytes' | 'maxWaitMs'> {
  return answered < streamBytes ? forAnything : forMore;
}
