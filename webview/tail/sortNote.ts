import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import type { TailOrder } from '../../src/protocol/tailView.ts';
import { createButton } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';

/** The line under the bars of a sorted view: that it is a snapshot, what it lacks, and the ways on. */
export class SortNote {
  readonly element = element('div', 'bar sort-note');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #text = element('span', 'dim');
  #order: TailOrder | undefined;

  /** @param sort again, or in arrival order (undefined) */
  constructor(
    strings: TailStrings,
    formats: Formats,
    sort: (order: TailOrder | undefined) => void,
  ) {
    this.#strings = strings;
    this.#formats = formats;
    const again = createButton(strings.sortAgain, () => sort(this.#order));
    const arrival = createButton(strings.sortArrival, () => sort(undefined));
    this.#text.setAttribute('aria-live', 'polite');
    this.element.append(this.#text, element('span', 'group', again.element, arrival.element));
    this.element.hidden = true;
  }

  update({ view }: TailStatus): void {
    this.#order = view?.order;
    this.element.hidden = this.#order === undefined;
    if (this.#order === undefined) return;
    const { sortedBy, sortDescending, sortNewer } = this.#strings;
    const by = fill(sortedBy, this.#strings[this.#order.by]);
    const newer = this.#formats.integer(view?.newer ?? 0);
    const text = [
      by,
      ...(this.#order.descending ? [sortDescending] : []),
      ...(newer === '0' ? [] : [fill(sortNewer, newer)]),
    ].join(' · ');
    if (this.#text.textContent !== text) this.#text.textContent = text;
  }
}
