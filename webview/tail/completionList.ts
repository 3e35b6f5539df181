import { element } from '../shared/element.ts';
import { completions, nameBefore } from './completions.ts';

/**
 * Names under a text field, while one is being typed; as the ARIA practices say for a combobox: the focus stays in the
 * field, arrows choose, Enter or Tab takes, Escape closes.
 */
export class CompletionList {
  readonly element = element('div', 'menu completions');
  readonly #input: HTMLInputElement;
  readonly #opened: (count: number) => void;
  #names: readonly string[] = [];
  #offered: readonly string[] = [];
  #active = -1;

  /** @param opened so many names are offered from now on */
  constructor(input: HTMLInputElement, label: string, opened: (count: number) => void) {
    this.#input = input;
    this.#opened = opened;
    this.element.id = 'completions';
    this.element.popover = 'manual';
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-label', label);
    input.addEventListener('blur', () => this.close());
    // The field keeps the focus.
    this.element.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const at = [...this.element.children].findIndex((option) => option === event.target);
      if (at >= 0) this.#take(at);
    });
  }

  /** What may be named; none: the field is no expression, and no combobox. */
  setNames(names: readonly string[]): void {
    this.#names = names;
    const isCombobox = names.length > 0;
    if (isCombobox) {
      this.#input.setAttribute('role', 'combobox');
      this.#input.setAttribute('aria-autocomplete', 'list');
      this.#input.setAttribute('aria-controls', this.element.id);
      this.#input.setAttribute('aria-expanded', 'false');
    } else {
      this.close();
      for (const name of ['role', 'aria-autocomplete', 'aria-controls', 'aria-expanded']) {
        this.#input.removeAttribute(name);
      }
    }
  }

  /** The text has changed: offers what fits. */
  typed(): void {
    const { name } = this.#place;
    this.#offered = completions(this.#names, name);
    if (this.#offered.length === 0) this.close();
    else this.#open();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.element.hidePopover();
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** @returns true where the key was used */
  key(event: KeyboardEvent): boolean {
    if (!this.#isOpen || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return false;
    }
    const count = this.#offered.length;
    switch (event.key) {
      case 'ArrowDown':
        this.#choose((this.#active + 1) % count);
        break;
      case 'ArrowUp':
        this.#choose(this.#active <= 0 ? count - 1 : this.#active - 1);
        break;
      case 'Tab':
      case 'Enter':
        // Nothing chosen: Enter uses the expression as it stands, Tab takes the first.
        if (event.key === 'Enter' && this.#active < 0) return false;
        this.#take(Math.max(0, this.#active));
        break;
      case 'Escape':
        this.close();
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  }

  get #isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  get #place(): { name: string; start: number } {
    return nameBefore(this.#input.value, this.#input.selectionStart ?? 0);
  }

  #open(): void {
    this.element.replaceChildren(
      ...this.#offered.map((name, index) => {
        const option = element('div', 'menu-item data', name);
        option.id = `completion-${index}`;
        option.setAttribute('role', 'option');
        return option;
      }),
    );
    if (!this.#isOpen) this.element.showPopover();
    this.#choose(-1);
    const { left, bottom } = this.#input.getBoundingClientRect();
    this.element.style.left = `${Math.max(0, Math.min(left, innerWidth - this.element.offsetWidth - 4))}px`;
    this.element.style.top = `${bottom + 2}px`;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#opened(this.#offered.length);
  }

  #choose(at: number): void {
    this.#active = at;
    [...this.element.children].forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
      option.classList.toggle('chosen', index === at);
      if (index === at) option.scrollIntoView({ block: 'nearest' });
    });
    if (at < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', `completion-${at}`);
  }

  #take(at: number): void {
    const { start } = this.#place;
    const end = this.#input.selectionStart ?? start;
    this.close();
    this.#input.setRangeText(this.#offered[at] ?? '', start, end, 'end');
    this.#input.dispatchEvent(new Event('input'));
    this.close();
  }
}
