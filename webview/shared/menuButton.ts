import { createButton, type Button } from './controls.ts';
import { Menu, type MenuItem } from './menu.ts';

/** A button that opens a menu. */
export class MenuButton {
  readonly element: HTMLElement;
  readonly #button: Button;
  readonly #menu = new Menu((open) => this.element.setAttribute('aria-expanded', String(open)));
  readonly #items: () => readonly MenuItem[];
  readonly #opening: () => void;

  /**
   * @param items asked for whenever the menu opens
   * @param opening called before that
   */
  constructor(
    label: string,
    items: () => readonly MenuItem[],
    opening: () => void = () => undefined,
  ) {
    this.#items = items;
    this.#opening = opening;
    this.#button = createButton('', () => {
      if (this.#menu.isOpen) this.#menu.close();
      else this.#open();
    });
    this.element = this.#button.element;
    this.element.classList.add('menu-button');
    this.element.setAttribute('aria-haspopup', 'menu');
    this.element.setAttribute('aria-expanded', 'false');
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      event.stopPropagation();
      this.#open();
    });
    this.setLabel(label);
  }

  /** What the button shows; the arrow is ours. */
  setLabel(label: string): void {
    this.#button.setLabel(`${label} ▾`);
    this.#menu.setLabel(label);
  }

  /** What a screen reader hears where the label is only the value. */
  setName(name: string): void {
    if (this.element.getAttribute('aria-label') !== name) {
      this.element.setAttribute('aria-label', name);
    }
  }

  setEnabled(enabled: boolean): void {
    this.#button.setEnabled(enabled);
  }

  /** Asks for the items of an open menu anew. */
  refresh(): void {
    this.#menu.refresh();
  }

  #open(): void {
    this.#opening();
    this.#menu.open(this.#items, this.element, this.element.getBoundingClientRect());
  }
}
