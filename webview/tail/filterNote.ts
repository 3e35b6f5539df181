import type { FilterProblem } from '../../src/protocol/tail.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import type { TailViewStatus } from '../../src/protocol/tailView.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';

/** The line under the filter: what is wrong with it as typed, how much of what is loaded it lets through. */
export class FilterNote {
  readonly element = element('div', 'filter-note');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #problem = element('span', 'filter-problem');
  readonly #shown = element('span', 'dim');
  readonly #failed = element('span', 'filter-failed');

  constructor(strings: TailStrings, formats: Formats) {
    this.#strings = strings;
    this.#formats = formats;
    this.#problem.id = 'filter-problem';
    this.#problem.setAttribute('aria-live', 'polite');
    this.element.append(this.#problem, this.#shown, this.#failed);
    this.#set(this.#problem, '');
    this.update(undefined, 0);
  }

  /** @param problem of what stands in the field */
  tell(problem: FilterProblem | undefined): void {
    const { message = '', position } = problem ?? {};
    const { problemAt } = this.#strings;
    this.#set(
      this.#problem,
      position === undefined ? message : fill(problemAt, message, String(position + 1)),
    );
  }

  /** @param shown how many rows there are */
  update(view: TailViewStatus | undefined, shown: number): void {
    const { shownOfLoaded, stillLooking } = this.#strings;
    const integer = (count: number): string => this.#formats.integer(count);
    const filtered = view?.filter === undefined ? undefined : view;
    const counts = filtered ? fill(shownOfLoaded, integer(shown), integer(filtered.held)) : '';
    this.#set(this.#shown, filtered?.looking ? `${counts} · ${stillLooking}` : counts);
    this.#set(this.#failed, filtered?.problem ?? filtered?.failed ?? '');
  }

  #set(part: HTMLElement, text: string): void {
    if (part.textContent !== text) part.textContent = text;
    part.hidden = text === '';
    this.element.hidden = [...this.element.children].every((each) => (each as HTMLElement).hidden);
  }
}
