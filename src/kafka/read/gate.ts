/** Lets a loop through while it is open and holds it while it is closed. */
export class Gate {
  #opening: PromiseWithResolvers<undefined> | undefined;

  get closed(): boolean {
    return this.#opening !== undefined;
  }

  /** @returns whether it was open */
  close(): boolean {
    if (this.#opening !== undefined) return false;
    this.#opening = Promise.withResolvers<undefined>();
    return true;
  }

  /** @returns whether it was closed */
  open(): boolean {
    if (this.#opening === undefined) return false;
    this.#opening.resolve(undefined);
    this.#opening = undefined;
    return true;
  }

  /** Resolves when the gate is open or the signal aborts; at once when either is so already. */
  async wait(signal: AbortSignal): Promise<void> {
    while (this.#opening !== undefined && !signal.aborted) {
      const aborted = Promise.withResolvers<undefined>();
      const onAbort = () => aborted.resolve(undefined);
      signal.addEventListener('abort', onAbort, { once: true });
      await Promise.race([this.#opening.promise, aborted.promise]);
      signal.removeEventListener('abort', onAbort);
    }
  }
}
