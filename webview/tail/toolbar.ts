import type { DecodedPart, TailSetup } from '../../src/protocol/tail.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { ChosenDecoders } from '../../src/protocol/tailLook.ts';
import type { TailPlan } from '../../src/protocol/tailPlan.ts';
import type { TailOrder } from '../../src/protocol/tailView.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { createButton, type Button } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import { MenuButton } from '../shared/menuButton.ts';
import { decoderLabel } from './formBar.ts';
import { FilterBar, type FilterEvents } from './filterBar.ts';
import { SentenceBar, type SentenceEvents } from './sentenceBar.ts';
import { SortNote } from './sortNote.ts';
import { stateLook, stateText } from './readingState.ts';

export interface ToolbarEvents extends SentenceEvents, FilterEvents {
  pause(paused: boolean): void;
  stop(): void;
  clear(): void;
  follow(following: boolean): void;
  /** In another order; undefined: as records arrived. */
  sort(order: TailOrder | undefined): void;
  /** What the topic's keys and values are decoded as, and asking for another choice. */
  chosen(): ChosenDecoders;
  askDecoder(part: DecodedPart): void;
  export(): void;
  /** A further view that reads the same. */
  another(): void;
  /** Whether the timeline is shown, and showing or hiding it. */
  timelineShown(): boolean;
  toggleTimeline(): void;
}

/** What the toolbar shows. */
export interface ToolbarView {
  readonly status: TailStatus;
  readonly plan: TailPlan;
  readonly following: boolean;
}

/** The two bars over the grid: what this is and whether it lives, and where it reads from. */
export class Toolbar {
  readonly element = element('header', 'toolbar');
  readonly filter: FilterBar;
  readonly #sorted: SortNote;
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #dot = element('span', 'dot');
  readonly #state = element('span', 'state');
  readonly #rate = element('span', 'rate data dim');
  readonly #sentence: SentenceBar;
  readonly #follow: Button;
  readonly #pause: Button;
  readonly #stop: Button;
  readonly #clear: Button;
  #view: ToolbarView | undefined;

  constructor(
    { cluster, strings, decoders, look }: TailSetup,
    topics: readonly string[],
    formats: Formats,
    events: ToolbarEvents,
  ) {
    this.#strings = strings;
    this.#formats = formats;
    this.#sentence = new SentenceBar(strings, formats, topics.length === 1, events);
    this.#sorted = new SortNote(strings, formats, (order) => events.sort(order));
    this.filter = new FilterBar(strings, formats, look?.filters ?? [], events);
    this.#follow = createButton(strings.follow, () => events.follow(!this.#view?.following));
    this.#pause = createButton(strings.pause, () => {
      events.pause(this.#view?.status.state !== 'paused');
    });
    this.#stop = createButton(strings.stop, () => {
      if (this.#ended) events.read(this.#view?.plan ?? { from: { kind: 'now' } });
      else events.stop();
    });
    this.#clear = createButton(strings.clear, () => events.clear());
    const labelOf = (part: DecodedPart): string =>
      decoderLabel(events.chosen()[part], decoders, strings);
    const view = new MenuButton(strings.view, () => [
      { label: fill(strings.decodeKeys, labelOf('key')), run: () => events.askDecoder('key') },
      {
        label: fill(strings.decodeValues, labelOf('value')),
        run: () => events.askDecoder('value'),
      },
      {
        label: strings.timeline,
        checked: events.timelineShown(),
        separated: true,
        stays: true,
        run: () => events.toggleTimeline(),
      },
      { label: strings.exportRecords, separated: true, run: () => events.export() },
      { label: strings.anotherView, run: () => events.another() },
    ]);
    const name = element('h1', 'topic', topics.join(', '));
    name.title = topics.join(', ');
    const live = element('span', 'live', this.#dot, this.#state);
    this.element.setAttribute('aria-label', strings.toolbar);
    this.element.append(
      element(
        'div',
        'bar head',
        element('div', 'what', name, element('span', 'cluster dim', cluster)),
        element('div', 'reading', live, this.#rate),
        element('div', 'group', this.#pause.element, this.#stop.element),
      ),
      element(
        'div',
        'bar',
        this.#sentence.element,
        element('div', 'group', this.#follow.element, this.#clear.element, view.element),
      ),
      this.filter.element,
      this.#sorted.element,
    );
  }

  update(view: ToolbarView): void {
    this.#view = view;
    const { status, plan, following } = view;
    const strings = this.#strings;
    this.#dot.dataset.look = stateLook(status);
    this.#set(this.#state, stateText(status, following, strings));
    const records = this.#formats.integer(Math.round(status.recordsPerSecond));
    const bytes = this.#formats.bytes(Math.round(status.bytesPerSecond));
    this.#set(this.#rate, status.state === 'reading' ? fill(strings.rate, records, bytes) : '');
    this.#sentence.update(plan);
    this.#sorted.update(status);
    this.filter.update(plan.filter, status);
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

  #set(target: HTMLElement, text: string): void {
    if (target.textContent !== text) target.textContent = text;
  }
}
