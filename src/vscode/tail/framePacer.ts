/** A frame of a 60 Hz display: what arrives faster cannot be seen. */
const frameMs = 16;

/** Calls `push` at once after quiet and at most once a frame, so that a lone record is seen immediately. */
export class FramePacer {
  readonly #push: () => void;
  #timer: NodeJS.Timeout | undefined;
  #last = 0;

  constructor(push: () => void) {
    this.#push = push;
  }

  request(): void {
    if (this.#timer !== undefined) return;
    const wait = this.#last + frameMs - performance.now();
    if (wait <= 0) this.#fire();
    else this.#timer = setTimeout(() => this.#fire(), wait);
  }

  #fire(): void {
    this.#timer = undefined;
    this.#last = performance.now();
    this.#push();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
