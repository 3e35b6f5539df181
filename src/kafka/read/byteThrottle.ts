import { setTimeout as sleep } from 'node:timers/promises';

/** What may be received in one go, of what a second allows: the more, the less even the flow. */
const share = 4;
const smallest = 64 * 1024;

/**
 * Holds fetching back to a number of bytes per second, and for as long as a broker asks for. One for all the
 * connections of a read.
 */
export class ByteThrottle {
  readonly #bytesPerSecond: number;
  readonly #now: () => number;
  /** Until then nothing is fetched, in ms of the clock. */
  #until = 0;
  /** Time spent waiting because a broker asked for it. */
  askedMs = 0;

  /** @param now a clock in ms */
  constructor(bytesPerSecond = Infinity, now: () => number = () => performance.now()) {
    this.#bytesPerSecond = bytesPerSecond;
    this.#now = now;
  }

  /** The most that one fetch should ask for, of `bytes` wanted. */
  most(bytes: number): number {
    return Math.max(Math.min(bytes, this.#bytesPerSecond / share), Math.min(smallest, bytes));
  }

  /** Bytes have arrived. */
  received(bytes: number): void {
    if (this.#bytesPerSecond === Infinity) return;
    const now = this.#now();
    this.#until = Math.max(this.#until, now) + (bytes / this.#bytesPerSecond) * 1000;
  }

  /** A broker asks to be left alone for a while (KIP-219). */
  asked(ms: number): void {
    if (ms <= 0) return;
    this.askedMs += ms;
    this.#until = Math.max(this.#until, this.#now() + ms);
  }

  /** Resolves when the next fetch may leave; `undefined` for at once. Rejects when the signal aborts. */
  wait(signal: AbortSignal): Promise<void> | undefined {
    const ms = this.#until - this.#now();
    return ms <= 0 ? undefined : sleep(ms, undefined, { signal });
  }
}
