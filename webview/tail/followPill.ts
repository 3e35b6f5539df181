import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';

/** "1,204 new ↓" over the grid's lower edge, while the view does not follow; a click follows again. */
export class FollowPill {
  readonly element = element('button', 'pill');
  readonly #strings: TailStrings;
  readonly #formats: Formats;

  constructor(strings: TailStrings, formats: Formats, follow: () => void) {
    this.#strings = strings;
    this.#formats = formats;
    this.element.type = 'button';
    this.element.hidden = true;
    this.element.addEventListener('click', follow);
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
    });
  }

  /** @param unseen how many records arrived below the view */
  update(unseen: number, following: boolean): void {
    this.element.hidden = following || unseen === 0;
    if (this.element.hidden) return;
    const text = `${fill(this.#strings.newRecords, this.#formats.integer(unseen))} ↓`;
    if (this.element.textContent !== text) this.element.textContent = text;
  }
}
