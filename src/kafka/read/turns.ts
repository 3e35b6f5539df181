/**
 * Keeps the event loop free while several loops decode at once: work goes on for a few milliseconds, then
 * everything else that waits (timers, sockets, the editor's requests) comes first. One loop per turn, so
 * that their slices do not add up.
 */
export class Turns {
  readonly #sliceMs: number;
  #since = performance.now();
  #last: Promise<void> = Promise.resolve();

  constructor(sliceMs = 2) {
    this.#sliceMs = sliceMs;
  }

  /** Call between two pieces of work: `undefined` to go on at once, else wait for it. */
  next(): Promise<void> | undefined {
    if (performance.now() - this.#since < this.#sliceMs) return undefined;
    this.#last = this.#last.then(() => this.#turn());
    return this.#last;
  }

  /** Call where the event loop has just been free (after an awaited answer). */
  begin(): void {
    this.#since = performance.now();
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(() => {
        this.#since = performance.now();
        resolve();
      });
    });
  }
}
