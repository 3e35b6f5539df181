import type { FilterProblem, FilterTest, FoundRow, TailStatus } from '../../src/protocol/tail.ts';
import type { PlainFilter, TailFilter } from '../../src/protocol/tailPlan.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { createButton, type Button } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import type { MenuItem } from '../shared/menu.ts';
import { MenuButton } from '../shared/menuButton.ts';
import { CompletionList } from './completionList.ts';
import { FilterNote } from './filterNote.ts';
import { plainFilter } from './plainFilter.ts';
import { SavedFilters } from './savedFilters.ts';

export interface FilterEvents {
  /** Look for the next or previous record among those that are shown. */
  find(filter: PlainFilter, backwards: boolean): void;
  /** Of what is loaded, show only what the filter holds for; undefined: everything. */
  filter(filter: TailFilter | undefined): void;
  /** Read the topic again, keeping only what the filter holds for; undefined: everything. */
  scan(filter: TailFilter | undefined): void;
  /** End the scan that is under way, or go on with one that was ended. */
  stop(): void;
  scanOn(): void;
  /** The filter in the field has become another one. */
  typed(filter: TailFilter | undefined): void;
  /** Try the filter on the selected record. */
  test(filter: TailFilter): void;
  /** The saved filters have changed. */
  saved(filters: readonly TailFilter[]): void;
  /** What an expression may name. */
  names(): Promise<readonly string[]>;
  say(text: string): void;
  /** Escape: back to the records. */
  leave(): void;
}

const kinds = ['text', 'key', 'header', 'regex', 'expression'] as const;

/** What to look for: one match after another, as a filter over what is loaded, or in the whole topic by reading it again. */
export class FilterBar {
  readonly element = element('div', 'bar filter-bar');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #events: FilterEvents;
  readonly #note: FilterNote;
  readonly #kind: MenuButton;
  readonly #input = element('input', 'filter-input data');
  readonly #count = element('span', 'filter-count dim');
  readonly #previous: Button;
  readonly #next: Button;
  readonly #filter: Button;
  readonly #scan: Button;
  readonly #all: Button;
  readonly #saved: SavedFilters;
  readonly #completions: CompletionList;
  #chosen: TailFilter['kind'] = 'text';
  #read: TailFilter | undefined;
  #shown: TailFilter | undefined;

  /** @param saved the filters that the user has saved */
  constructor(
    strings: TailStrings,
    formats: Formats,
    saved: readonly TailFilter[],
    events: FilterEvents,
  ) {
    this.#strings = strings;
    this.#formats = formats;
    this.#events = events;
    this.#saved = new SavedFilters(saved);
    this.#note = new FilterNote(strings, formats, events);
    this.#kind = new MenuButton('', () =>
      kinds.map((kind) => ({
        label: strings.filterKinds[kind],
        checked: kind === this.#chosen,
        run: () => {
          this.#choose(kind);
          this.#input.focus();
          this.#offerNames();
          this.#typed();
        },
      })),
    );
    this.#input.type = 'text';
    this.#input.spellcheck = false;
    this.#completions = new CompletionList(this.#input, strings.filter, (count) =>
      events.say(fill(strings.namesOffered, formats.integer(count))),
    );
    this.#input.setAttribute('aria-describedby', 'filter-problem');
    this.#input.addEventListener('input', () => {
      this.#typed();
      if (this.#chosen === 'expression') this.#completions.typed();
    });
    this.#input.addEventListener('focus', () => this.#offerNames());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#previous = createButton('↑', () => this.#find(true));
    this.#next = createButton('↓', () => this.#find(false));
    this.#filter = createButton(strings.filterLoaded, () => this.#filterLoaded());
    this.#scan = createButton(strings.scanTopic, () => this.#scanTopic());
    this.#all = createButton(strings.showAll, () => this.#showAll());
    this.#previous.element.setAttribute('aria-label', strings.findPrevious);
    this.#next.element.setAttribute('aria-label', strings.findNext);
    this.#previous.element.title = strings.findPrevious;
    this.#next.element.title = strings.findNext;
    this.#filter.element.title = strings.filterLoadedHelp;
    this.#scan.element.title = strings.scanTopicHelp;
    const more = new MenuButton(strings.filterMore, () => this.#savedItems());
    this.element.setAttribute('role', 'search');
    this.element.append(
      this.#kind.element,
      element('span', 'filter-field', this.#input, this.#count),
      this.#previous.element,
      this.#next.element,
      this.#filter.element,
      this.#scan.element,
      more.element,
      this.#all.element,
      this.#completions.element,
      this.#note.element,
    );
    this.#choose('text');
    this.#all.element.hidden = true;
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  /**
   * @param read what the read keeps, if it does not keep everything
   */
  update(read: TailFilter | undefined, status: TailStatus): void {
    const { view } = status;
    this.#note.update(status);
    this.#read = this.#take(read, this.#read);
    this.#shown = this.#take(view?.filter, this.#shown);
    this.#all.element.hidden = this.#read === undefined && this.#shown === undefined;
    this.#filter.setPressed(this.#shown !== undefined);
  }

  /** What is known of the filter in the field: what is wrong with it, or how many records match. */
  tell(problem: FilterProblem | undefined, found: FoundRow | undefined): void {
    this.#note.tell(problem);
    this.#input.toggleAttribute('aria-invalid', problem !== undefined);
    const { matches, matchOf } = this.#strings;
    const { count, nth } = found ?? {};
    const integer = (value: number): string => this.#formats.integer(value);
    if (count === undefined) this.#count.textContent = '';
    else if (nth === undefined) this.#count.textContent = fill(matches, integer(count));
    else this.#count.textContent = fill(matchOf, integer(nth), integer(count));
  }

  /** How the filter answers for the selected record. */
  tellTest(test: FilterTest): void {
    this.#note.tellTest(test);
  }

  /** A filter that is new, or newly in force, stands in the field. @returns what is in force now */
  #take(now: TailFilter | undefined, before: TailFilter | undefined): TailFilter | undefined {
    if (now?.kind === before?.kind && now?.text === before?.text) return before;
    if (now) this.#put(now);
    return now;
  }

  get #typing(): TailFilter | undefined {
    const text = this.#input.value;
    return text === '' ? undefined : { kind: this.#chosen, text };
  }

  get #plain(): PlainFilter | undefined {
    return this.#typing && plainFilter(this.#typing);
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

  #put({ kind, text }: TailFilter): void {
    this.#input.value = text;
    this.#choose(kind);
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

  #savedItems(): MenuItem[] {
    const { testSelected, saveFilter, removeFilter, savedFilter, filterKinds } = this.#strings;
    const filter = this.#typing;
    const isSaved = filter !== undefined && this.#saved.has(filter);
    const change = (run: (filter: TailFilter) => void) => () => {
      if (filter) run(filter);
      this.#events.saved(this.#saved.all);
    };
    return [
      {
        label: testSelected,
        disabled: !filter,
        run: () => {
          if (filter) this.#events.test(filter);
        },
      },
      isSaved
        ? { label: removeFilter, run: change((each) => this.#saved.remove(each)) }
        : { label: saveFilter, disabled: !filter, run: change((each) => this.#saved.save(each)) },
      ...this.#saved.all.map((each, index) => ({
        label: fill(savedFilter, filterKinds[each.kind], each.text),
        separated: index === 0,
        run: () => {
          this.#put(each);
          this.#input.focus();
          this.#typed();
        },
      })),
    ];
  }

  #typed(): void {
    this.#enable();
    this.#events.typed(this.#typing);
  }

  #enable(): void {
    this.#previous.setEnabled(this.#plain !== undefined);
    this.#next.setEnabled(this.#plain !== undefined);
    this.#filter.setEnabled(this.#typing !== undefined);
    this.#scan.setEnabled(this.#typing !== undefined);
  }

  #find(backwards: boolean): void {
    if (!this.#plain) return;
    // How many match is told with the match that is found.
    this.#events.typed(undefined);
    this.#events.find(this.#plain, backwards);
  }

  #filterLoaded(): void {
    if (this.#typing) this.#events.filter(this.#typing);
  }

  #scanTopic(): void {
    if (this.#typing) this.#events.scan(this.#typing);
  }

  /** One step back: first everything that is loaded, then everything there is. */
  #showAll(): void {
    if (this.#shown) this.#events.filter(undefined);
    else this.#events.scan(undefined);
  }

  #key(event: KeyboardEvent): void {
    if (this.#completions.key(event)) {
      event.stopPropagation();
      return;
    }
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') {
      if (control) this.#scanTopic();
      else if (event.altKey || !this.#plain) this.#filterLoaded();
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
