import { element } from './element.ts';

/** Tells a screen reader, politely, what changed: states and counts, never each record. */
export class LiveRegion {
  readonly element = element('div', 'sr-only');
  #last = '';

  constructor() {
    this.element.setAttribute('role', 'status');
    this.element.setAttribute('aria-live', 'polite');
  }

  /** Says it unless it was the last thing said. */
  say(text: string): void {
    if (text === this.#last) return;
    this.#last = text;
    this.element.textContent = text;
  }
}
