/** A batch's records, decompressed, and where each of them begins. */
export interface BatchBody {
  readonly bytes: Uint8Array;
  /** Start of each record; shorter than the announced count where the bytes end too early. */
  readonly positions: Int32Array;
  /** What keeping this body costs, in bytes. */
  readonly costBytes: number;
}

/**
 * Keeps the bodies that were used last, up to a number of bytes, so that the rows on the screen are
 * decompressed once and a million rows elsewhere cost nothing.
 */
export class BodyCache {
  readonly #budgetBytes: number;
  readonly #bodies = new Map<object, BatchBody>();
  #bytes = 0;

  constructor(budgetBytes: number) {
    this.#budgetBytes = budgetBytes;
  }

  /** Bytes held at the moment; above the budget only while a single body is larger than all of it. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The body of `owner`, made by `make` when it is not at hand; what `make` throws passes through. */
  get(owner: object, make: () => BatchBody): BatchBody {
    const known = this.#bodies.get(owner);
    if (known !== undefined) {
      if (this.#bodies.size > 1) {
        this.#bodies.delete(owner);
        this.#bodies.set(owner, known);
      }
      return known;
    }
    const body = make();
    this.#bodies.set(owner, body);
    this.#bytes += body.costBytes;
    for (const [oldest, { costBytes }] of this.#bodies) {
      if (this.#bytes <= this.#budgetBytes || oldest === owner) break;
      this.#bodies.delete(oldest);
      this.#bytes -= costBytes;
    }
    return body;
  }

  clear(): void {
    this.#bodies.clear();
    this.#bytes = 0;
  }
}
