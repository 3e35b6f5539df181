import type { PlainFilter, TailFilter } from '../../src/protocol/tailPlan.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { createButton, type Button } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import { MenuButton } from '../shared/menuButton.ts';

export interface FilterEvents {
  /** Look for the next or previous record among those that are loaded. */
  find(filter: PlainFilter, backwards: boolean): void;
  /** Read the topic again, keeping only what the filter holds for; undefined: everything. */
  scan(filter: TailFilter | undefined): void;
  /** Escape: back to the records. */
  leave(): void;
}

const kinds = ['text', 'key', 'header', 'regex', 'expression'] as const;

/** What to look for: among the loaded records one after another, or in the whole topic by reading it again. */
export class FilterBar {
  readonly element = element('div', 'bar filter-bar');
  readonly #strings: TailStrings;
  readonly #events: FilterEvents;
  readonly #kind: MenuButton;
  readonly #input = element('input', 'filter-input data');
  readonly #previous: Button;
  readonly #next: Button;
  readonly #scan: Button;
  readonly #all: Button;
  #chosen: TailFilter['kind'] = 'text';
  #shown: TailFilter | undefined;

  constructor(strings: TailStrings, events: FilterEvents) {
    this.#strings = strings;
    this.#events = events;
    this.#kind = new MenuButton('', () =>
      kinds.map((kind) => ({
        label: strings.filterKinds[kind],
        checked: kind === this.#chosen,
        run: () => {
          this.#choose(kind);
          this.#input.focus();
        },
      })),
    );
    this.#input.type = 'text';
    this.#input.spellcheck = false;
    this.#input.addEventListener('input', () => this.#enable());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#previous = createButton('↑', () => this.#find(true));
    this.#next = createButton('↓', () => this.#find(false));
    for (const [button, label] of [
      [this.#previous, strings.findPrevious],
      [this.#next, strings.findNext],
    ] as const) {
      button.element.setAttribute('aria-label', label);
      button.element.title = label;
    }
    this.#scan = createButton(strings.scanTopic, () => this.#scanTopic());
    this.#scan.element.title = strings.scanTopicHelp;
    this.#all = createButton(strings.showAll, () => events.scan(undefined));
    this.element.setAttribute('role', 'search');
    this.element.append(
      this.#kind.element,
      this.#input,
      this.#previous.element,
      this.#next.element,
      this.#scan.element,
      this.#all.element,
    );
    this.#choose('text');
    this.#all.element.hidden = true;
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  /** @param filter what the read keeps, if it does not keep everything */
  update(filter: TailFilter | undefined): void {
    if (filter?.kind === this.#shown?.kind && filter?.text === this.#shown?.text) return;
    this.#shown = filter;
    this.#all.element.hidden = filter === undefined;
    if (!filter) return;
    this.#input.value = filter.text;
    this.#choose(filter.kind);
  }

  get #plain(): PlainFilter | undefined {
    const kind = this.#chosen;
    if (kind === 'regex' || kind === 'expression' || this.#input.value === '') return undefined;
    return { kind, text: this.#input.value };
  }

  #choose(kind: TailFilter['kind']): void {
    this.#chosen = kind;
    const { filter, filterKinds, filterHints } = this.#strings;
    this.#kind.setLabel(filterKinds[kind]);
    this.#kind.setName(`${filter}: ${filterKinds[kind]}`);
    this.#input.placeholder = filterHints[kind];
    this.#input.setAttribute('aria-label', `${filter}: ${filterKinds[kind]}`);
    this.#enable();
  }

  #enable(): void {
    this.#previous.setEnabled(this.#plain !== undefined);
    this.#next.setEnabled(this.#plain !== undefined);
    this.#scan.setEnabled(this.#input.value !== '');
  }

  #find(backwards: boolean): void {
    if (this.#plain) this.#events.find(this.#plain, backwards);
  }

  #scanTopic(): void {
    if (this.#input.value === '') return;
    this.#events.scan({ kind: this.#chosen, text: this.#input.value });
  }

  #key(event: KeyboardEvent): void {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') {
      if (control || !this.#plain) this.#scanTopic();
      else this.#find(event.shiftKey);
      event.preventDefault();
    } else if (event.key === 'Escape') {
      this.#events.leave();
    } else if (control || event.altKey || /^F\d/.test(event.key) || event.key === 'Tab') {
      return;
    }
    // What is typed here is no key of the workbench.
    event.stopPropagation();
  }
}
