import type { TailStart, TailStatus } from '../../src/protocol/tail.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { createButton, createSelect, type Button, type Select } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import { stateLook, stateText } from './readingState.ts';

export interface ToolbarEvents {
  restart(from: TailStart): void;
  pause(paused: boolean): void;
  stop(): void;
  clear(): void;
  follow(following: boolean): void;
}

/** What the toolbar shows. */
export interface ToolbarView {
  readonly status: TailStatus;
  readonly from: TailStart;
  readonly following: boolean;
}

/** The two bars over the grid: what this is and whether it lives, and where it reads from. */
export class Toolbar {
  readonly element = element('header', 'toolbar');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #dot = element('span', 'dot');
  readonly #state = element('span', 'state');
  readonly #rate = element('span', 'rate data dim');
  readonly #from: Select;
  readonly #follow: Button;
  readonly #pause: Button;
  readonly #stop: Button;
  readonly #clear: Button;
  #view: ToolbarView | undefined;

  constructor(
    cluster: string,
    topic: string,
    strings: TailStrings,
    formats: Formats,
    events: ToolbarEvents,
  ) {
    this.#strings = strings;
    this.#formats = formats;
    this.#from = createSelect(strings.from, (value) => {
      if (value === 'now' || value === 'beginning') events.restart({ kind: value });
    });
    this.#follow = createButton(strings.follow, () => events.follow(!this.#view?.following));
    this.#pause = createButton(strings.pause, () => {
      events.pause(this.#view?.status.state !== 'paused');
    });
    this.#stop = createButton(strings.stop, () => {
      if (this.#ended) events.restart(this.#view?.from ?? { kind: 'now' });
      else events.stop();
    });
    this.#clear = createButton(strings.clear, () => events.clear());
    const name = element('h1', 'topic', topic);
    name.title = topic;
    const live = element('span', 'live', this.#dot, this.#state);
    this.element.setAttribute('aria-label', strings.toolbar);
    this.element.append(
      element(
        'div',
        'bar',
        element('div', 'what', name, element('span', 'cluster dim', cluster)),
        element('div', 'group', live, this.#rate, this.#pause.element, this.#stop.element),
      ),
      element(
        'div',
        'bar',
        element('div', 'group', element('span', 'dim', strings.from), this.#from.element),
        element('div', 'group', this.#follow.element, this.#clear.element),
      ),
    );
  }

  update(view: ToolbarView): void {
    this.#view = view;
    const { status, from, following } = view;
    const strings = this.#strings;
    this.#dot.dataset.look = stateLook(status);
    this.#set(this.#state, stateText(status, following, strings));
    const records = this.#formats.integer(Math.round(status.recordsPerSecond));
    const bytes = this.#formats.bytes(Math.round(status.bytesPerSecond));
    this.#set(this.#rate, status.state === 'reading' ? fill(strings.rate, records, bytes) : '');
    this.#from.setOptions(this.#options(from), optionOf(from));
    this.#follow.setPressed(following);
    this.#pause.setLabel(status.state === 'paused' ? strings.resume : strings.pause);
    this.#pause.setEnabled(status.state === 'reading' || status.state === 'paused');
    this.#stop.setLabel(this.#ended ? strings.start : strings.stop);
    this.#clear.setEnabled(status.endRow > status.firstRow);
  }

  get #ended(): boolean {
    const state = this.#view?.status.state;
    return state === 'stopped' || state === 'failed';
  }

  #options(from: TailStart): { value: string; label: string }[] {
    const options = [
      { value: 'now', label: this.#strings.fromNow },
      { value: 'beginning', label: this.#strings.fromBeginning },
    ];
    if (from.kind === 'offset') {
      const offset = this.#formats.integer(from.offset);
      const label = fill(this.#strings.fromOffset, String(from.partition), offset);
      options.push({ value: optionOf(from), label });
    }
    return options;
  }

  #set(target: HTMLElement, text: string): void {
    if (target.textContent !== text) target.textContent = text;
  }
}

function optionOf(from: TailStart): string {
  return from.kind === 'offset' ? `${from.partition}@${from.offset}` : from.kind;
}
