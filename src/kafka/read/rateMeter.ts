const bucketMs = 100;
const buckets = 10;

/** Sums amounts over the last second, in steps of 100 ms. */
export class RateMeter {
  readonly #now: () => number;
  readonly #sums = new Float64Array(buckets);
  #bucket: number;

  /** @param now a clock in ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#bucket = Math.floor(now() / bucketMs);
  }

  add(amount: number): void {
    this.#advance();
    const at = this.#bucket % buckets;
    this.#sums[at] = (this.#sums[at] ?? 0) + amount;
  }

  perSecond(): number {
    this.#advance();
    return this.#sums.reduce((sum, amount) => sum + amount, 0);
  }

  #advance(): void {
    const bucket = Math.floor(this.#now() / bucketMs);
    for (let past = 0; this.#bucket < bucket && past < buckets; past++) {
      this.#bucket++;
      this.#sums[this.#bucket % buckets] = 0;
    }
    this.#bucket = Math.max(this.#bucket, bucket);
  }
}
