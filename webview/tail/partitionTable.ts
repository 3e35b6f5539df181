import type { PartitionStatus } from '../../src/protocol/tailStatus.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { element } from '../shared/element.ts';
import type { Formats } from '../shared/formats.ts';
import { behindOf, partitionName } from './readingState.ts';

/** More partitions than this are counted, not listed: those that are furthest behind come first. */
const maxListed = 500;

/** Where each partition stands, as a table that opens over the footer. */
export class PartitionTable {
  readonly element = element('div', 'partition-table');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #rows = element('tbody');
  readonly #more = element('p', 'dim');
  #partitions: readonly PartitionStatus[] = [];

  /** @param opener gets the focus back */
  constructor(strings: TailStrings, formats: Formats, opener: HTMLElement) {
    this.#strings = strings;
    this.#formats = formats;
    const head = element('tr');
    const titles = [
      strings.partition,
      strings.position,
      strings.end,
      strings.left,
      strings.problem,
    ];
    for (const title of titles) {
      const cell = element('th', '', title);
      cell.scope = 'col';
      head.append(cell);
    }
    const table = element('table', 'data', element('thead', '', head), this.#rows);
    table.setAttribute('aria-label', strings.statusBar);
    this.element.popover = 'auto';
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', strings.statusBar);
    this.element.append(table, this.#more);
    opener.setAttribute('aria-expanded', 'false');
    opener.addEventListener('click', () => this.#toggle(opener));
    this.element.addEventListener('toggle', () =>
      opener.setAttribute('aria-expanded', String(this.#isOpen)),
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.#toggle(opener);
    });
  }

  update(partitions: readonly PartitionStatus[]): void {
    this.#partitions = partitions;
    if (this.#isOpen) this.#draw();
  }

  get #isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  #toggle(opener: HTMLElement): void {
    if (this.#isOpen) {
      this.element.hidePopover();
      opener.focus();
      return;
    }
    this.#draw();
    this.element.showPopover();
    this.element.style.left = `${Math.max(4, opener.getBoundingClientRect().left - 8)}px`;
    this.element.focus();
  }

  #draw(): void {
    const all = this.#partitions;
    const few = all.length <= maxListed;
    // Who opens the table of a hundred partitions looks for the one that is in trouble.
    const listed = [...all].sort(few ? byTrouble : byNeed).slice(0, maxListed);
    this.#rows.replaceChildren(
      ...listed.map((status) => {
        const { position, end, problem = '' } = status;
        const numbers = [position, end, behindOf(status)].map((n) => this.#formats.integer(n));
        const texts = [partitionName(status), ...numbers, problem];
        return element('tr', '', ...texts.map((text) => element('td', '', text)));
      }),
    );
    const left = all.length - listed.length;
    this.#more.textContent =
      left === 0 ? '' : this.#strings.moreProblems.replace('{0}', this.#formats.integer(left));
  }
}

function byTrouble(a: PartitionStatus, b: PartitionStatus): number {
  return Number(b.problem !== undefined) - Number(a.problem !== undefined);
}

function byNeed(a: PartitionStatus, b: PartitionStatus): number {
  return byTrouble(a, b) || Number(behindOf(b) - behindOf(a));
}
