import { element } from './element.ts';

export interface Tab {
  readonly id: string;
  readonly label: string;
}

/** A row of tabs over one panel, used by keyboard as the ARIA practices say: one tab stop, arrows move. */
export class Tabs {
  readonly list = element('div', 'tabs');
  readonly panel = element('div', 'panel');
  readonly #changed: (id: string) => void;
  #tabs: readonly HTMLButtonElement[] = [];
  #selected: string;

  /** @param label what a screen reader calls the row of tabs */
  constructor(
    label: string,
    tabs: readonly Tab[],
    selected: string,
    changed: (id: string) => void,
  ) {
    this.#changed = changed;
    this.#selected = tabs.some((tab) => tab.id === selected) ? selected : (tabs[0]?.id ?? '');
    this.list.setAttribute('role', 'tablist');
    this.list.setAttribute('aria-label', label);
    this.panel.setAttribute('role', 'tabpanel');
    this.panel.id = 'tab-panel';
    this.panel.tabIndex = 0;
    this.#tabs = tabs.map((tab) => this.#make(tab));
    this.list.append(...this.#tabs);
    this.#mark();
  }

  get selected(): string {
    return this.#selected;
  }

  setLabel(id: string, label: string): void {
    const tab = this.#tabs.find((each) => each.dataset.tab === id);
    if (tab && tab.textContent !== label) tab.textContent = label;
  }

  focus(): void {
    this.#tabs.find((tab) => tab.dataset.tab === this.#selected)?.focus();
  }

  #make({ id, label }: Tab): HTMLButtonElement {
    const button = element('button', 'tab', label);
    button.type = 'button';
    button.id = `tab-${id}`;
    button.dataset.tab = id;
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', this.panel.id);
    button.addEventListener('click', () => this.#select(id));
    button.addEventListener('keydown', (event) => this.#key(event));
    return button;
  }

  #key(event: KeyboardEvent): void {
    const at = this.#tabs.findIndex((tab) => tab.dataset.tab === this.#selected);
    const last = this.#tabs.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: at === 0 ? last : at - 1,
      ArrowRight: at === last ? 0 : at + 1,
      Home: 0,
      End: last,
      Enter: at,
      ' ': at,
    };
    const target = targets[event.key];
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#select(this.#tabs[target]?.dataset.tab ?? this.#selected);
    this.focus();
  }

  #select(id: string): void {
    if (id === this.#selected) return;
    this.#selected = id;
    this.#mark();
    this.#changed(id);
  }

  #mark(): void {
    for (const tab of this.#tabs) {
      const selected = tab.dataset.tab === this.#selected;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
    this.panel.setAttribute('aria-labelledby', `tab-${this.#selected}`);
  }
}
