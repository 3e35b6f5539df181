import { appendVisible } from './appendVisible.ts';
import { element } from './element.ts';

/** One line of a menu. With `checked` it is a choice that shows whether it is on. */
export interface MenuItem {
  readonly label: string;
  /** More about it, behind the label; may come from a record. */
  readonly detail?: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** A line above it. */
  readonly separated?: boolean;
  /** The menu stays open: for switches of which several may be wanted. */
  readonly stays?: boolean;
  run(): void;
}

/** A label of so many characters may be cut: it stands in full behind the mouse. */
const longLabel = 40;

/** Where a menu opens: under that strip of the page, or over it where there is more room. */
export type MenuPlace = Pick<DOMRect, 'left' | 'top' | 'bottom'>;

/** A menu that lies over the page; by keyboard as the ARIA practices say: arrows move, Escape gives the focus back. */
export class Menu {
  readonly #menu = element('div', 'menu');
  readonly #toggled: (open: boolean) => void;
  #items: () => readonly MenuItem[] = () => [];
  #back: HTMLElement | undefined;
  #strip: MenuPlace | undefined;

  /** @param toggled called whenever it has opened or closed */
  constructor(toggled: (open: boolean) => void = () => undefined) {
    this.#toggled = toggled;
    this.#menu.setAttribute('role', 'menu');
    this.#menu.popover = 'auto';
    this.#menu.addEventListener('keydown', (event) => this.#key(event));
    this.#menu.addEventListener('toggle', () => {
      if (!this.isOpen) this.#menu.remove();
      this.#toggled(this.isOpen);
    });
  }

  get isOpen(): boolean {
    return this.#menu.matches(':popover-open');
  }

  setLabel(label: string): void {
    this.#menu.setAttribute('aria-label', label);
  }

  /**
   * @param items asked for now and whenever one that stays was run
   * @param owner gets the focus back; the menu stands behind it, within its landmark
   */
  open(items: () => readonly MenuItem[], owner: HTMLElement, place: MenuPlace): void {
    if (this.isOpen) return;
    this.#items = items;
    this.#back = owner;
    this.#draw();
    owner.after(this.#menu);
    this.#menu.showPopover();
    this.#strip = place;
    this.#place(place);
    (this.#entries.find((entry) => entry.ariaChecked === 'true') ?? this.#entries[0])?.focus();
  }

  /** Asks for the items anew, where it is open: something has become known of them. */
  refresh(): void {
    if (!this.isOpen) return;
    const at = this.#entries.findIndex((entry) => entry === document.activeElement);
    this.#draw();
    if (this.#strip) this.#place(this.#strip);
    this.#entries[at]?.focus();
  }

  close(): void {
    this.#menu.hidePopover();
    this.#back?.focus();
  }

  get #entries(): HTMLElement[] {
    return [...this.#menu.querySelectorAll<HTMLElement>('.menu-item:not([aria-disabled])')];
  }

  #draw(): void {
    this.#menu.replaceChildren(...this.#items().map((item) => this.#entry(item)));
  }

  #entry(item: MenuItem): HTMLElement {
    const label = element('span', 'menu-label', item.label);
    if (item.label.length > longLabel) label.title = item.label;
    const entry = element('div', item.separated ? 'menu-item separated' : 'menu-item', label);
    const role = item.checked === undefined ? 'menuitem' : item.stays ? 'checkbox' : 'radio';
    entry.setAttribute('role', role === 'menuitem' ? role : `menuitem${role}`);
    if (item.checked !== undefined) entry.ariaChecked = String(item.checked);
    if (item.disabled) entry.ariaDisabled = 'true';
    if (item.detail !== undefined) {
      const detail = element('span', 'menu-detail');
      appendVisible(detail, item.detail, 'line');
      detail.title = item.detail;
      entry.append(' ', detail);
    }
    entry.tabIndex = -1;
    // One entry is marked, be it by mouse or by key, as in VS Code's menus.
    entry.addEventListener('pointermove', () => {
      if (!item.disabled && document.activeElement !== entry) entry.focus({ preventScroll: true });
    });
    entry.addEventListener('click', () => {
      if (item.disabled) return;
      if (!item.stays) this.close();
      const at = this.#entries.indexOf(entry);
      item.run();
      if (!item.stays || !this.isOpen) return;
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
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Never past the page's edge. */
  #place({ left, top, bottom }: MenuPlace): void {
    const { offsetWidth: width, offsetHeight: height } = this.#menu;
    const below = innerHeight - bottom;
    const wanted = below < height && top > below ? top - height - 2 : bottom + 2;
    this.#menu.style.top = `${Math.max(0, Math.min(wanted, innerHeight - height))}px`;
    this.#menu.style.left = `${Math.max(0, Math.min(left, innerWidth - width - 4))}px`;
  }
}
