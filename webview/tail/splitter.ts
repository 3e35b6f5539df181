import { element } from '../shared/element.ts';

const minShare = 15;
const maxShare = 80;
const step = 4;

/** The details pane's share of the view in percent. */
export interface PaneShares {
  beside: number;
  under: number;
}

/** The line between grid and details: dragged, or moved by arrows (Home and End for the ends). */
export class Splitter {
  readonly element = element('div', 'splitter');
  readonly shares: PaneShares;
  readonly #container: HTMLElement;
  readonly #changed: () => void;
  #held = false;
  #beside = true;

  /** @param container holds grid, splitter and details; the shares are given to it as CSS variables */
  constructor(container: HTMLElement, label: string, shares: PaneShares, changed: () => void) {
    this.#container = container;
    this.#changed = changed;
    this.shares = shares;
    this.element.setAttribute('role', 'separator');
    this.element.setAttribute('aria-label', label);
    this.element.tabIndex = 0;
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('pointerdown', (event) => {
      this.#held = true;
      this.element.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    this.element.addEventListener('pointermove', (event) => {
      if (this.#held) this.#set(this.#shareAt(event));
    });
    const release = (): void => {
      if (this.#held) changed();
      this.#held = false;
    };
    this.element.addEventListener('pointerup', release);
    this.element.addEventListener('lostpointercapture', release);
    this.#apply();
  }

  /** Whether the details stand beside the grid or under it. */
  setBeside(beside: boolean): void {
    this.#beside = beside;
    this.#apply();
  }

  #shareAt(event: PointerEvent): number {
    const box = this.#container.getBoundingClientRect();
    const share = this.#beside
      ? (box.right - event.clientX) / box.width
      : (box.bottom - event.clientY) / box.height;
    return share * 100;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const share = this.#share;
    const targets: Readonly<Record<string, number>> = this.#beside
      ? { ArrowLeft: share + step, ArrowRight: share - step, Home: maxShare, End: minShare }
      : { ArrowUp: share + step, ArrowDown: share - step, Home: maxShare, End: minShare };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#set(target);
    this.#changed();
  }

  get #share(): number {
    return this.#beside ? this.shares.beside : this.shares.under;
  }

  #set(share: number): void {
    this.shares[this.#beside ? 'beside' : 'under'] = Math.round(
      Math.min(maxShare, Math.max(minShare, share)),
    );
    this.#apply();
  }

  #apply(): void {
    this.#container.style.setProperty('--details-beside', `${this.shares.beside}%`);
    this.#container.style.setProperty('--details-under', `${this.shares.under}%`);
    this.element.setAttribute('aria-orientation', this.#beside ? 'vertical' : 'horizontal');
    this.element.setAttribute('aria-valuenow', String(100 - this.#share));
    this.element.setAttribute('aria-valuemin', String(100 - maxShare));
    this.element.setAttribute('aria-valuemax', String(100 - minShare));
  }
}
