import type { TailTimes } from '../../src/protocol/tail.ts';
import type { TimeStyle } from '../../src/protocol/tailLook.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { createButton } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import { keepKeys } from '../shared/keepKeys.ts';
import { iconButton } from '../shared/iconButton.ts';
import { TimelineRange, type TimeSpan } from './timelineRange.ts';

export interface TimelineEvents {
  /** Show the first record of that time. */
  jump(span: TimeSpan): void;
  /** Read that time of the topic and nothing else. */
  read(span: TimeSpan): void;
  timeStyle(): TimeStyle;
}

const svg = 'http://www.w3.org/2000/svg';
/** The height that the highest span has, in units of the drawing. */
const height = 100;

/**
 * How many of the loaded records lie where in time, and before them those that the filter shows. A range is drawn with the mouse, or with the arrow keys and
 * Shift; Enter, or letting go of the mouse, shows its first record.
 */
export class Timeline {
  readonly element = element('section', 'timeline');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #events: TimelineEvents;
  readonly #chart = element('div', 'timeline-chart');
  readonly #all = document.createElementNS(svg, 'path');
  readonly #matching = document.createElementNS(svg, 'path');
  readonly #veil = element('div', 'timeline-veil');
  readonly #text = element('span', 'timeline-text data');
  readonly #actions = element('span', 'timeline-actions');
  readonly #range = new TimelineRange();
  #drawing = false;

  constructor(strings: TailStrings, formats: Formats, events: TimelineEvents) {
    this.#strings = strings;
    this.#formats = formats;
    this.#events = events;
    const drawing = document.createElementNS(svg, 'svg');
    drawing.setAttribute('preserveAspectRatio', 'none');
    drawing.setAttribute('aria-hidden', 'true');
    this.#all.classList.add('all');
    this.#matching.classList.add('matching');
    drawing.append(this.#all, this.#matching);
    this.#chart.append(drawing, this.#veil);
    this.#chart.tabIndex = 0;
    this.#chart.setAttribute('role', 'slider');
    this.#chart.setAttribute('aria-label', strings.timeline);
    this.#actions.append(
      createButton(strings.readThisTime, () => this.#withSpan(events.read.bind(events))).element,
      iconButton('close', strings.clearTime, () => this.#clear()),
    );
    this.element.setAttribute('aria-label', strings.timeline);
    this.element.append(this.#chart, element('div', 'timeline-line', this.#text, this.#actions));
    keepKeys(this.#chart, ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', 'Escape']);
    this.#chart.addEventListener('keydown', (event) => this.#key(event));
    this.#chart.addEventListener('pointerdown', (event) => this.#begin(event));
    this.#chart.addEventListener('pointermove', (event) => {
      if (this.#drawing) this.#move(this.#placeOf(event), true);
    });
    this.#chart.addEventListener('pointerup', () => this.#end());
    this.#chart.addEventListener('pointercancel', () => (this.#drawing = false));
  }

  update(times: TailTimes): void {
    this.#range.setCounts(times);
    const { counts, matching } = times;
    const most = Math.max(1, ...counts);
    this.#all.setAttribute('d', bars(counts, most));
    this.#matching.setAttribute('d', bars(matching ?? [], most));
    this.element.classList.toggle('filtered', matching !== undefined);
    const drawing = this.#all.ownerSVGElement;
    drawing?.setAttribute('viewBox', `0 0 ${Math.max(1, counts.length)} ${height}`);
    this.#show();
  }

  #begin(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#drawing = true;
    this.#chart.setPointerCapture(event.pointerId);
    this.#move(this.#placeOf(event), false);
  }

  #end(): void {
    if (!this.#drawing) return;
    this.#drawing = false;
    this.#withSpan((span) => this.#events.jump(span));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { cursor, last } = this.#range;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: (cursor ?? last + 1) - 1,
      ArrowRight: (cursor ?? -1) + 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target !== undefined) this.#move(target, event.shiftKey);
    else if (event.key === 'Enter') this.#withSpan((span) => this.#events.jump(span));
    else if (event.key === 'Escape' && cursor !== undefined) this.#clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(to: number, extend: boolean): void {
    this.#range.move(to, extend);
    this.#show();
  }

  #clear(): void {
    this.#range.clear();
    this.#show();
    this.#chart.focus();
  }

  #withSpan(run: (span: TimeSpan) => void): void {
    const { span } = this.#range;
    if (span !== undefined) run(span);
  }

  #placeOf(event: PointerEvent): number {
    const { left, width } = this.#chart.getBoundingClientRect();
    const part = width === 0 ? 0 : (event.clientX - left) / width;
    return Math.floor(part * (this.#range.last + 1));
  }

  #show(): void {
    const { shares, span, last, cursor } = this.#range;
    this.#veil.hidden = shares === undefined;
    this.#actions.hidden = shares === undefined;
    if (shares !== undefined) {
      this.#veil.style.left = `${shares.from * 100}%`;
      this.#veil.style.width = `${(shares.to - shares.from) * 100}%`;
    }
    const text = this.#describe(span ?? this.#range.whole);
    this.#text.textContent = text;
    this.#chart.ariaValueMin = '0';
    this.#chart.ariaValueMax = String(Math.max(0, last));
    this.#chart.ariaValueNow = String(cursor ?? 0);
    this.#chart.ariaValueText = text;
  }

  #describe(span: TimeSpan | undefined): string {
    const strings = this.#strings;
    if (span === undefined) return strings.noTimes;
    const style = this.#events.timeStyle();
    const from = this.#formats.moment(span.fromMs, style);
    const to = this.#formats.moment(span.toMs, style);
    const withDay = ({ time, day }: typeof from): string => (day === '' ? time : `${time} ${day}`);
    // The day once, where it is the same.
    const begin = from.day === to.day ? from.time : withDay(from);
    const { count, matching, estimated } = this.#range;
    const integer = (number: number): string => this.#formats.integer(Math.round(number));
    const parts = [begin, withDay(to), integer(count)];
    if (matching === undefined) {
      return fill(estimated ? strings.timeSpanAbout : strings.timeSpan, ...parts);
    }
    const sentence = estimated ? strings.timeSpanOfAbout : strings.timeSpanOf;
    return fill(sentence, ...parts, integer(matching));
  }
}

/** A bar for each span that has records. @param most the count that is as high as can be */
function bars(counts: readonly number[], most: number): string {
  const drawn = counts.map((count, index) => {
    if (count <= 0) return '';
    // A span with few records is still seen.
    const top = Math.max(height * 0.06, (count / most) * height);
    return `M${index} ${height}v${-top}h1v${top}z`;
  });
  return drawn.join('');
}
