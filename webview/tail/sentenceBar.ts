import type { AskedPart } from '../../src/protocol/tail.ts';
import { onePartition } from '../../src/protocol/onePartition.ts';
import type { TailPlan, TailStart, TailStop } from '../../src/protocol/tailPlan.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { element } from '../shared/element.ts';
import type { Formats } from '../shared/formats.ts';
import type { MenuItem } from '../shared/menu.ts';
import { MenuButton } from '../shared/menuButton.ts';
import { PlanText } from './planText.ts';

export interface SentenceEvents {
  read(plan: TailPlan): void;
  /** Let VS Code ask for what a menu cannot list. */
  ask(what: AskedPart): void;
}

const longestLabel = 44;
const minuteMs = 60_000;
const agoMs = [5, 15, 60, 24 * 60].map((minutes) => minutes * minuteMs);
const lastCounts = [100, 1_000, 10_000];
const stopCounts = [100, 1_000, 10_000];

/**
 * Where to read, as a sentence of menus: "from … to … partitions … read …". In a narrow page it is one
 * button that says it all and shows the menus under it.
 */
export class SentenceBar {
  readonly element = element('div', 'sentence-bar');
  readonly #strings: TailStrings;
  readonly #text: PlanText;
  readonly #events: SentenceEvents;
  readonly #oneTopic: boolean;
  readonly #summary = element('button', 'sentence-summary');
  readonly #from: MenuButton;
  readonly #to: MenuButton;
  readonly #partitions: MenuButton;
  readonly #isolation: MenuButton;
  #plan: TailPlan = { from: { kind: 'now' } };

  /** @param oneTopic partitions can be chosen */
  constructor(strings: TailStrings, formats: Formats, oneTopic: boolean, events: SentenceEvents) {
    this.#oneTopic = oneTopic;
    this.#strings = strings;
    this.#events = events;
    this.#text = new PlanText(strings, formats);
    this.#from = new MenuButton(strings.from, () => this.#starts());
    this.#to = new MenuButton(strings.to, () => this.#stops());
    this.#partitions = new MenuButton(strings.partitions, () => this.#partitionItems());
    this.#isolation = new MenuButton(strings.isolation, () => this.#isolations());
    this.#summary.type = 'button';
    this.#summary.setAttribute('aria-expanded', 'false');
    this.#summary.addEventListener('click', () => {
      const open = this.element.classList.toggle('open');
      this.#summary.setAttribute('aria-expanded', String(open));
    });
    this.#summary.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
    });
    // A word stays on the line of its menu.
    const part = (text: string, menu: MenuButton): HTMLElement =>
      element('span', 'part', element('span', 'dim', text), menu.element);
    this.element.append(
      this.#summary,
      element(
        'div',
        'sentence',
        part(strings.from, this.#from),
        part(strings.to, this.#to),
        part(strings.partitions, this.#partitions),
        this.#isolation.element,
      ),
    );
  }

  update(plan: TailPlan): void {
    if (plan === this.#plan) return;
    this.#plan = plan;
    const text = this.#text;
    const { from, to, partitions, isolation } = this.#strings;
    label(this.#from, from, text.from(plan.from));
    label(this.#to, to, text.to(plan.to));
    label(this.#partitions, partitions, text.partitions(plan));
    label(this.#isolation, isolation, text.isolation(plan.isolation));
    this.#partitions.setEnabled(this.#oneTopic && onePartition(plan) === undefined);
    this.#summary.textContent = text.summary(plan);
    this.#summary.title = text.summary(plan);
  }

  #starts(): MenuItem[] {
    const current = this.#plan.from;
    const starts: TailStart[] = [
      { kind: 'now' },
      { kind: 'beginning' },
      ...lastCounts.map((count) => ({ kind: 'last', count }) as const),
      ...agoMs.map((ms) => ({ kind: 'ago', ms }) as const),
    ];
    if (!starts.some((start) => same(start, current))) starts.push(current);
    return [
      ...starts.map((from) => ({
        label: this.#text.from(from),
        checked: same(from, current),
        run: () => this.#events.read({ ...this.#plan, from }),
      })),
      {
        label: this.#strings.otherStart,
        separated: true,
        run: () => this.#events.ask('from'),
      },
      { label: this.#strings.groupStart, run: () => this.#events.ask('group') },
    ];
  }

  #stops(): MenuItem[] {
    const current = this.#plan.to ?? { kind: 'never' };
    const stops: TailStop[] = [
      { kind: 'never' },
      { kind: 'end' },
      ...stopCounts.map((count) => ({ kind: 'count', count }) as const),
    ];
    if (!stops.some((stop) => same(stop, current))) stops.push(current);
    return [
      ...stops.map((to) => ({
        label: this.#text.to(to),
        checked: same(to, current),
        run: () => this.#events.read({ ...this.#plan, to }),
      })),
      { label: this.#strings.otherStop, separated: true, run: () => this.#events.ask('to') },
    ];
  }

  #partitionItems(): MenuItem[] {
    const { partitions, ...rest } = this.#plan;
    const { allPartitions, choosePartitions, typePartitions } = this.#strings;
    const chosen: MenuItem[] =
      partitions === undefined
        ? []
        : [
            {
              label: this.#text.partitions(this.#plan),
              checked: true,
              run: () => undefined,
            },
          ];
    return [
      {
        label: allPartitions,
        checked: partitions === undefined,
        run: () => this.#events.read(rest),
      },
      ...chosen,
      { label: choosePartitions, separated: true, run: () => this.#events.ask('partitions') },
      { label: typePartitions, run: () => this.#events.ask('ranges') },
    ];
  }

  #isolations(): MenuItem[] {
    const current = this.#plan.isolation ?? 'uncommitted';
    return (['uncommitted', 'committed'] as const).map((isolation) => ({
      label: this.#text.isolation(isolation),
      checked: isolation === current,
      run: () => this.#events.read({ ...this.#plan, isolation }),
    }));
  }
}

/** A long name of a group would push everything else away: it is cut, and stands in full behind the mouse. */
function label(button: MenuButton, name: string, value: string): void {
  const isLong = value.length > longestLabel;
  button.setLabel(isLong ? `${value.slice(0, longestLabel - 1)}…` : value);
  button.element.title = isLong ? value : '';
  button.setName(`${name} ${value}`);
}

function same(a: TailStart | TailStop, b: TailStart | TailStop): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
