import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { fill, type Formats } from '../shared/formats.ts';
import type { LiveRegion } from '../shared/liveRegion.ts';
import { stateText } from './readingState.ts';

/** Not oftener than this a screen reader hears how many records arrived. */
const newRecordsEveryMs = 10_000;

/** Says states, messages, and now and then a count: never each record. */
export class Announcer {
  readonly #live: LiveRegion;
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  #state = '';
  #message: string | undefined;
  #unseen = 0;
  #countedAt = -Infinity;

  constructor(live: LiveRegion, strings: TailStrings, formats: Formats) {
    this.#live = live;
    this.#strings = strings;
    this.#formats = formats;
  }

  update(status: TailStatus, following: boolean, unseen: number): void {
    const state = stateText(status, following, this.#strings);
    if (state !== this.#state || status.message !== this.#message) {
      this.#state = state;
      this.#message = status.message;
      this.#live.say(status.message === undefined ? state : `${state}. ${status.message}`);
      return;
    }
    const now = performance.now();
    if (following || unseen <= this.#unseen || now - this.#countedAt < newRecordsEveryMs) return;
    this.#countedAt = now;
    this.#unseen = unseen;
    this.#live.say(fill(this.#strings.newRecordsSpoken, this.#formats.integer(unseen)));
  }
}
