import type { FilterProblem, FilterTest } from '../../src/protocol/tail.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { createButton, type Button } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';

export interface FilterNoteEvents {
  stop(): void;
  scanOn(): void;
}

/** The line under the filter: what is wrong with it as typed, how much of what is loaded it lets through, a scan's way. */
export class FilterNote {
  readonly element = element('div', 'filter-note');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #problem = element('span', 'filter-problem');
  readonly #lifted = element('span', 'filter-lifted');
  readonly #shown = element('span', 'dim');
  readonly #failed = element('span', 'filter-failed');
  readonly #scan = element('span', 'dim');
  readonly #test = element('span', 'filter-test');
  readonly #scanButton: Button;
  #canGoOn = false;

  constructor(strings: TailStrings, formats: Formats, events: FilterNoteEvents) {
    this.#scanButton = createButton(strings.cancelScan, () =>
      this.#canGoOn ? events.scanOn() : events.stop(),
    );
    this.#strings = strings;
    this.#formats = formats;
    this.#problem.id = 'filter-problem';
    this.#problem.setAttribute('aria-live', 'polite');
    this.element.append(
      this.#problem,
      this.#test,
      this.#lifted,
      this.#shown,
      this.#failed,
      this.#scan,
      this.#scanButton.element,
    );
    this.#set(this.#problem, '');
    this.#test.setAttribute('aria-live', 'polite');
    this.#set(this.#test, '');
    this.#lifted.setAttribute('aria-live', 'polite');
    this.#set(this.#lifted, '');
    this.#set(this.#shown, '');
    this.#set(this.#failed, '');
    this.#updateScan(undefined);
  }

  /** How the filter answers for the selected record. */
  tellTest({ matched, why }: FilterTest): void {
    const { testMatches, testFails } = this.#strings;
    this.#set(this.#test, fill(matched ? testMatches : testFails, why));
  }

  /** Another filter stands in the field, or another record is looked for. */
  forgetTest(): void {
    this.#set(this.#test, '');
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

  update(status: TailStatus): void {
    const { view, endRow, firstRow } = status;
    const shown = endRow - firstRow;
    const { shownOfLoaded, stillLooking, filterLifted } = this.#strings;
    const integer = (count: number): string => this.#formats.integer(count);
    const filtered = view?.filter === undefined ? undefined : view;
    const counts = filtered ? fill(shownOfLoaded, integer(shown), integer(filtered.held)) : '';
    this.#set(this.#shown, filtered?.looking ? `${counts} · ${stillLooking}` : counts);
    this.#set(this.#lifted, view?.lifted ? filterLifted : '');
    this.#set(this.#failed, filtered?.problem ?? filtered?.failed ?? '');
    this.#updateScan(status);
  }

  /** A scan that has arrived at the end has nothing to tell here. */
  #updateScan(status: TailStatus | undefined): void {
    const scan = status?.scan;
    this.#canGoOn = scan?.canGoOn === true;
    const running = status?.state === 'reading' || status?.state === 'paused';
    const told = scan && scan.share < 1 && (running || this.#canGoOn) ? scan : undefined;
    const { scanned, timeLeft, cancelScan, scanOn } = this.#strings;
    this.#scanButton.setLabel(this.#canGoOn ? scanOn : cancelScan);
    this.#scanButton.element.hidden = !told;
    const parts = told
      ? [
          fill(scanned, String(Math.floor(told.share * 100)), this.#formats.integer(told.matches)),
          ...(told.timeLeftMs === undefined ? [] : [fill(timeLeft, duration(told.timeLeftMs))]),
        ]
      : [];
    this.#set(this.#scan, parts.join(' · '));
  }

  #set(part: HTMLElement, text: string): void {
    if (part.textContent !== text) part.textContent = text;
    part.hidden = text === '';
    this.element.hidden = [...this.element.children].every((each) => (each as HTMLElement).hidden);
  }
}

/** In seconds or minutes, rounded up: units need no translation. */
function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
