import type { Decoder } from './decoder.ts';

/** The decoders that there are, by name, in the order in which they are offered. */
export class DecoderRegistry {
  readonly #decoders: ReadonlyMap<string, Decoder>;

  constructor(decoders: readonly Decoder[]) {
    this.#decoders = new Map(decoders.map((decoder) => [decoder.name, decoder]));
  }

  get names(): string[] {
    return [...this.#decoders.keys()];
  }

  /** Undefined for a name that nobody decodes by (any more): bytes are then shown as what they look like. */
  get(name: string | undefined): Decoder | undefined {
    return name === undefined ? undefined : this.#decoders.get(name);
  }
}
