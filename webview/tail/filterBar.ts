import type { FilterProblem, FilterTest, FoundRow } from '../../src/protocol/tail.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import { sameFilter } from '../../src/protocol/sameFilter.ts';
import type { PlainFilter, TailFilter } from '../../src/protocol/tailPlan.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { createButton, type Button } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import type { MenuItem } from '../shared/menu.ts';
import { MenuButton } from '../shared/menuButton.ts';
import { FilterField } from './filterField.ts';
import { FilterNote } from './filterNote.ts';
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

/** What to look for: one match after another, as a filter over what is loaded, or in the whole topic by reading it again. */
export class FilterBar {
  readonly element = element('div', 'bar filter-bar');
  readonly #strings: TailStrings;
  readonly #events: FilterEvents;
  readonly #note: FilterNote;
  readonly #field: FilterField;
  readonly #previous: Button;
  readonly #next: Button;
  readonly #filter: Button;
  readonly #scan: Button;
  readonly #all: Button;
  readonly #saved: SavedFilters;
  /** What was typed before the page went stands in the field: what is in force is no news. */
  #restored = false;
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
    this.#events = events;
    this.#saved = new SavedFilters(saved);
    this.#note = new FilterNote(strings, formats, events);
    this.#field = new FilterField(strings, formats, {
      changed: (typed) => this.#changed(typed),
      names: () => events.names(),
      key: (event) => this.#key(event),
      say: (text) => events.say(text),
    });
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
      this.#field.kind,
      this.#field.not,
      this.#field.element,
      this.#previous.element,
      this.#next.element,
      this.#filter.element,
      this.#scan.element,
      more.element,
      this.#all.element,
      this.#field.offered,
      this.#note.element,
    );
    this.#changed(false);
    this.#all.element.hidden = true;
  }

  /** What stands in the field. */
  get typed(): TailFilter | undefined {
    return this.#field.filter;
  }

  /** Writes what was typed before into the field, in place of what is in force. */
  restore(typed: TailFilter): void {
    this.#field.put(typed);
    this.#restored = true;
  }

  focus(): void {
    this.#field.focus();
    this.#field.select();
  }

  /**
   * @param read what the read keeps, if it does not keep everything
   */
  update(read: TailFilter | undefined, status: TailStatus): void {
    const { view } = status;
    this.#note.update(status);
    this.#read = this.#take(read, this.#read);
    this.#shown = this.#take(view?.filter, this.#shown);
    this.#restored = false;
    this.#all.element.hidden = this.#read === undefined && this.#shown === undefined;
    this.#filter.setPressed(this.#shown !== undefined);
  }

  /** What is known of the filter in the field: what is wrong with it, or how many records match. */
  tell(problem: FilterProblem | undefined, found: FoundRow | undefined): void {
    this.#note.tell(problem);
    this.#field.tell(problem, found);
  }

  /** How the filter answers for the selected record. */
  tellTest(test: FilterTest): void {
    this.#note.tellTest(test);
  }

  /** A filter that is new, or newly in force, stands in the field. @returns what is in force now */
  #take(now: TailFilter | undefined, before: TailFilter | undefined): TailFilter | undefined {
    if (sameFilter(now, before)) return before;
    if (now && !this.#restored) this.#field.put(now);
    return now;
  }

  #savedItems(): MenuItem[] {
    const { testSelected, saveFilter, removeFilter } = this.#strings;
    const { filter } = this.#field;
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
        label: this.#nameOf(each),
        separated: index === 0,
        run: () => {
          this.#field.put(each);
          this.#field.focus();
          this.#changed(true);
        },
      })),
    ];
  }

  #nameOf({ kind, text, not }: TailFilter): string {
    const { savedFilter, savedNotFilter, filterKinds } = this.#strings;
    return fill(not ? savedNotFilter : savedFilter, filterKinds[kind], text);
  }

  #changed(typed: boolean): void {
    const { filter, plain } = this.#field;
    this.#previous.setEnabled(plain !== undefined);
    this.#next.setEnabled(plain !== undefined);
    this.#filter.setEnabled(filter !== undefined);
    this.#scan.setEnabled(filter !== undefined);
    if (typed) this.#typed(filter);
  }

  #find(backwards: boolean): void {
    const { plain } = this.#field;
    if (!plain) return;
    // How many match is told with the match that is found.
    this.#typed(undefined);
    this.#events.find(plain, backwards);
  }

  #typed(filter: TailFilter | undefined): void {
    this.#note.forgetTest();
    this.#events.typed(filter);
  }

  #filterLoaded(): void {
    const { filter } = this.#field;
    if (filter) this.#events.filter(filter);
  }

  #scanTopic(): void {
    const { filter } = this.#field;
    if (filter) this.#events.scan(filter);
  }

  /** One step back: first everything that is loaded, then everything there is. */
  #showAll(): void {
    if (this.#shown) this.#events.filter(undefined);
    else this.#events.scan(undefined);
  }

  #key(event: KeyboardEvent): void {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') {
      if (control) this.#scanTopic();
      else if (event.altKey || !this.#field.plain) this.#filterLoaded();
      else this.#find(event.shiftKey);
      event.preventDefault();
    } else if (isNotKey(event)) {
      this.#field.toggleNot();
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

/** Alt+N; with macOS's Option alone, and with AltGr, letters are typed that some languages need. */
function isNotKey({ altKey, ctrlKey, metaKey, key, code }: KeyboardEvent): boolean {
  if (!altKey || ctrlKey) return false;
  return metaKey ? code === 'KeyN' : key.toLowerCase() === 'n';
}
