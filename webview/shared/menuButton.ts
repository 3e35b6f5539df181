import { createButton, type Button } from './controls.ts';
import { element } from './element.ts';

/** One line of a menu. With `checked` it is a choice that shows whether it is on. */
export interface MenuItem {
  readonly label: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** A line above it. */
  readonly separated?: boolean;
  /** The menu stays open: for switches of which several may be wanted. */
  readonly stays?: boolean;
  run(): void;
}

/** A button that opens a menu; by keyboard as the ARIA practices say: arrows move, Escape gives the focus back. */
export class MenuButton {
  readonly element: HTMLElement;
  readonly #button: Button;
  readonly #menu = element('div', 'menu');
  readonly #items: () => readonly MenuItem[];

  /** @param items asked for whenever the menu opens */
  constructor(label: string, items: () => readonly MenuItem[]) {
    this.#items = items;
    this.#button = createButton('', () => this.#toggle());
    this.element = this.#button.element;
    this.element.classList.add('menu-button');
    this.element.setAttribute('aria-haspopup', 'menu');
    this.element.setAttribute('aria-expanded', 'false');
    this.#menu.setAttribute('role', 'menu');
    this.#menu.popover = 'auto';
    this.#menu.addEventListener('keydown', (event) => this.#key(event));
    this.#menu.addEventListener('toggle', () => {
      this.element.setAttribute('aria-expanded', String(this.#isOpen));
      if (!this.#isOpen) this.#menu.remove();
    });
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
    this.#menu.setAttribute('aria-label', label);
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

  get #isOpen(): boolean {
    return this.#menu.matches(':popover-open');
  }

  get #entries(): HTMLElement[] {
    return [...this.#menu.querySelectorAll<HTMLElement>('.menu-item:not([aria-disabled])')];
  }

  #toggle(): void {
    if (this.#isOpen) this.#close();
    else this.#open();
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#draw();
    // Within the button's landmark; as a popover it is drawn over everything all the same.
    this.element.after(this.#menu);
    this.#menu.showPopover();
    this.#place();
    (this.#entries.find((entry) => entry.ariaChecked === 'true') ?? this.#entries[0])?.focus();
  }

  #close(): void {
    this.#menu.hidePopover();
    this.element.focus();
  }

  #draw(): void {
    this.#menu.replaceChildren(...this.#items().map((item) => this.#entry(item)));
  }

  #entry(item: MenuItem): HTMLElement {
    const entry = element('div', item.separated ? 'menu-item separated' : 'menu-item', item.label);
    const role = item.checked === undefined ? 'menuitem' : item.stays ? 'checkbox' : 'radio';
    entry.setAttribute('role', role === 'menuitem' ? role : `menuitem${role}`);
    if (item.checked !== undefined) entry.ariaChecked = String(item.checked);
    if (item.disabled) entry.ariaDisabled = 'true';
    entry.tabIndex = -1;
    entry.addEventListener('click', () => {
      if (item.disabled) return;
      if (!item.stays) this.#close();
      const at = this.#entries.indexOf(entry);
      item.run();
      if (!item.stays || !this.#isOpen) return;
      this.#draw();
      this.#entries[at]?.focus();
    });
    return entry;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const entries = this.#entries;
    const at = entries.findIndex((entry) => entry === document.activeElement);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % entries.length,
      ArrowUp: (at + entries.length - 1) % entries.length,
      Home: 0,
      End: entries.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) entries[target]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') entries[at]?.click();
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Under the button, or above it where there is more room; never past the page's edge. */
  #place(): void {
    const anchor = this.element.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#menu;
    const below = innerHeight - anchor.bottom;
    const top = below < height && anchor.top > below ? anchor.top - height - 2 : anchor.bottom + 2;
    this.#menu.style.top = `${Math.max(0, Math.min(top, innerHeight - height))}px`;
    this.#menu.style.left = `${Math.max(0, Math.min(anchor.left, innerWidth - width - 4))}px`;
  }
}
