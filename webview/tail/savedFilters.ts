import { sameFilter } from '../../src/protocol/sameFilter.ts';
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
    return this.#all.some((each) => sameFilter(each, filter));
  }

  save(filter: TailFilter): void {
    this.#all = [filter, ...this.#all.filter((each) => !sameFilter(each, filter))].slice(
      0,
      mostFilters,
    );
  }

  remove(filter: TailFilter): void {
    this.#all = this.#all.filter((each) => !sameFilter(each, filter));
  }
}
