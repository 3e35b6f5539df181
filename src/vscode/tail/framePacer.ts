/** A frame of a 60 Hz display: what arrives faster cannot be seen. */
const frameMs = 16;
/** How often a flood is told: to show all of it anew in every frame would take the time of who wants to stop it. */
const floodMs = 100;
/** More new rows than a view shows at once: nobody could read those that went by. */
const floodRows = 50;

/** What a {@link FramePacer} paces. */
export interface PacedPush {
  push(): void;
  /** How many rows have come since the last push. */
  newRows(): number;
  /** A monotonic clock, in ms. */
  now?(): number;
}

/**
 * Calls `push` at once after quiet, so that a lone record is seen immediately, at most once a frame, and in a flood
 * of rows ten times a second.
 */
export class FramePacer {
  readonly #paced: PacedPush;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #last = -Infinity;

  constructor(paced: PacedPush) {
    this.#paced = paced;
    this.#now = paced.now?.bind(paced) ?? (() => performance.now());
  }

  request(): void {
    if (this.#timer === undefined) this.#pushOrWait();
  }

  #pushOrWait(): void {
    const wait = this.#wait();
    if (wait > 0) {
      this.#timer = setTimeout(() => this.#pushOrWait(), wait);
      return;
    }
    this.#timer = undefined;
    this.#last = this.#now();
    this.#paced.push();
  }

  /** The ms until the next push; asked again after a frame, as by then it may be a flood. */
  #wait(): number {
    const since = this.#now() - this.#last;
    if (since < frameMs) return frameMs - since;
    return this.#paced.newRows() > floodRows ? floodMs - since : 0;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
