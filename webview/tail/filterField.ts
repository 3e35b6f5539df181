import type { FilterProblem, FoundRow } from '../../src/protocol/tail.ts';
import type { PlainFilter, TailFilter } from '../../src/protocol/tailPlan.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { createButton, type Button } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import { MenuButton } from '../shared/menuButton.ts';
import { CompletionList } from './completionList.ts';
import { plainFilter } from './plainFilter.ts';

export interface FilterFieldEvents {
  /** Another filter stands in the field. @param typed by the user's own hand */
  changed(typed: boolean): void;
  /** What an expression may name. */
  names(): Promise<readonly string[]>;
  /** A key that the offered names have no use for. */
  key(event: KeyboardEvent): void;
  say(text: string): void;
}

const kinds = ['text', 'key', 'header', 'regex', 'expression'] as const;

/** What to look for, as it is typed: its kind, the text, names that are offered for it, how many records match. */
export class FilterField {
  /** The menu of kinds, the switch to what does not match, the field itself, and what is offered under it. */
  readonly kind: HTMLElement;
  readonly not: HTMLElement;
  readonly element: HTMLElement;
  readonly offered: HTMLElement;
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #events: FilterFieldEvents;
  readonly #menu: MenuButton;
  readonly #not: Button;
  readonly #input = element('input', 'filter-input data');
  readonly #count = element('span', 'filter-count dim');
  readonly #completions: CompletionList;
  #chosen: TailFilter['kind'] = 'text';
  #isNot = false;

  constructor(strings: TailStrings, formats: Formats, events: FilterFieldEvents) {
    this.#strings = strings;
    this.#formats = formats;
    this.#events = events;
    this.#menu = new MenuButton('', () =>
      kinds.map((kind) => ({
        label: strings.filterKinds[kind],
        checked: kind === this.#chosen,
        run: () => {
          this.#choose(kind);
          this.#input.focus();
          this.#offerNames();
          events.changed(true);
        },
      })),
    );
    this.#not = createButton(strings.filterNot, () => this.toggleNot());
    this.#not.element.title = strings.filterNotHelp;
    this.#input.type = 'text';
    this.#input.spellcheck = false;
    this.#completions = new CompletionList(this.#input, strings.filter, (count) =>
      events.say(fill(strings.namesOffered, formats.integer(count))),
    );
    this.#input.setAttribute('aria-describedby', 'filter-problem');
    this.#input.addEventListener('input', () => {
      events.changed(true);
      if (this.#chosen === 'expression') this.#completions.typed();
    });
    this.#input.addEventListener('focus', () => this.#offerNames());
    this.#input.addEventListener('keydown', (event) => {
      // Keys that compose a character are its own: Enter accepts that, it does not search.
      if (event.isComposing || this.#completions.key(event)) event.stopPropagation();
      else events.key(event);
    });
    this.kind = this.#menu.element;
    this.not = this.#not.element;
    this.element = element('span', 'filter-field', this.#input, this.#count);
    this.offered = this.#completions.element;
    this.#choose('text');
    this.#setNot(false);
  }

  /** What stands there; undefined for nothing. */
  get filter(): TailFilter | undefined {
    const text = this.#input.value;
    if (text === '') return undefined;
    return { kind: this.#chosen, text, ...(this.#isNot && { not: true }) };
  }

  /** The same, where one match after another can be looked for by it. */
  get plain(): PlainFilter | undefined {
    return this.filter && plainFilter(this.filter);
  }

  focus(): void {
    this.#input.focus();
  }

  select(): void {
    this.#input.select();
  }

  /** From what matches to what does not, or back. */
  toggleNot(): void {
    this.#setNot(!this.#isNot);
    this.#events.changed(true);
    const { notOn, notOff } = this.#strings;
    this.#events.say(this.#isNot ? notOn : notOff);
  }

  /** Writes a filter into the field. */
  put({ kind, text, not }: TailFilter): void {
    this.#input.value = text;
    this.#choose(kind);
    this.#setNot(not === true);
    this.#events.changed(false);
  }

  /** What is known of what stands there: whether something is wrong with it, or how many records match. */
  tell(problem: FilterProblem | undefined, found: FoundRow | undefined): void {
    if (problem === undefined) this.#input.removeAttribute('aria-invalid');
    else this.#input.setAttribute('aria-invalid', 'true');
    const { matches, matchOf } = this.#strings;
    const { count, nth } = found ?? {};
    const integer = (value: number): string => this.#formats.integer(value);
    if (count === undefined) this.#count.textContent = '';
    else if (nth === undefined) this.#count.textContent = fill(matches, integer(count));
    else this.#count.textContent = fill(matchOf, integer(nth), integer(count));
  }

  #choose(kind: TailFilter['kind']): void {
    this.#chosen = kind;
    const { filter, filterKinds, filterHints } = this.#strings;
    this.#menu.setLabel(filterKinds[kind]);
    this.#menu.setName(`${filter}: ${filterKinds[kind]}`);
    this.#input.placeholder = filterHints[kind];
    this.#input.setAttribute('aria-label', `${filter}: ${filterKinds[kind]}`);
  }

  #setNot(not: boolean): void {
    this.#isNot = not;
    this.#not.setPressed(not);
  }

  /** What an expression may name is asked for whenever one is about to be typed: records may have come since. */
  #offerNames(): void {
    if (this.#chosen !== 'expression') {
      this.#completions.setNames([]);
      return;
    }
    this.#events.names().then(
      (names) => this.#completions.setNames(this.#chosen === 'expression' ? names : []),
      () => undefined,
    );
  }
}
