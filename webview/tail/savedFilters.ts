import type { TailFilter } from '../../src/protocol/tailPlan.ts';
import { mostFilters } from '../../src/protocol/tailLook.ts';

/** The filters that the user has saved for a topic, the newest first, each once. */
export class SavedFilters {
  #all: readonly TailFilter[];

  constructor(all: readonly TailFilter[]) {
    this.#all = all;
  }

  get all(): readonly TailFilter[] {
    return this.#all;
  }

  has(filter: TailFilter): boolean {
    return this.#all.some((each) => same(each, filter));
  }

  save(filter: TailFilter): void {
    this.#all = [filter, ...this.#all.filter((each) => !same(each, filter))].slice(0, mostFilters);
  }

  remove(filter: TailFilter): void {
    this.#all = this.#all.filter((each) => !same(each, filter));
  }
}

function same(a: TailFilter, b: TailFilter): boolean {
  return a.kind === b.kind && a.text === b.text;
}
