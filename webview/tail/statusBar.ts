import type { PartitionStatus, TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import { PartitionBars } from './partitionBars.ts';
import { PartitionTable } from './partitionTable.ts';
import { behind, partitionName } from './readingState.ts';

/** How many partitions are named before "…" stands for the rest. */
const maxNamed = 6;

/** The footer: what is true at all times about position, memory and traces left on the cluster. */
export class StatusBar {
  readonly element = element('footer', 'status-bar');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #bars: PartitionBars;
  readonly #table: PartitionTable;
  readonly #position = element('span', 'position');
  readonly #problem = element('span', 'problem-text');
  readonly #seen = element('span', 'optional');
  readonly #selected = element('span', 'selected-rows');
  readonly #stored = element('span', 'optional');
  readonly #dropped = element('span', 'dropped');
  readonly #group = element('span', 'no-group');

  constructor(strings: TailStrings, formats: Formats) {
    this.#strings = strings;
    this.#formats = formats;
    this.#bars = new PartitionBars(strings, formats);
    this.#table = new PartitionTable(strings, formats, this.#bars.element);
    this.element.setAttribute('aria-label', strings.statusBar);
    this.element.append(
      element(
        'span',
        'group',
        this.#bars.element,
        this.#position,
        this.#problem,
        this.#selected,
        this.#seen,
      ),
      this.#table.element,
      element('span', 'group', this.#stored, this.#dropped, this.#group),
    );
  }

  /** @param startRow the row that the epoch began at: what was seen and dropped counts from there */
  update(status: TailStatus, startRow: number): void {
    const { stored, dropped, seen, matching } = this.#strings;
    const position = this.#positionText(status);
    this.#bars.update(status.partitions, `${this.#strings.positions} ${position}`);
    this.#table.update(status.partitions);
    set(this.#position, position);
    set(this.#problem, this.#problemText(status.partitions));
    const { read = status.endRow - startRow, dropped: gone = status.firstRow - startRow } =
      status.view ?? {};
    const rows = this.#formats.integer(read);
    set(
      this.#seen,
      status.seen === undefined
        ? fill(seen, rows)
        : `${fill(seen, this.#formats.integer(status.seen))} · ${fill(matching, rows)}`,
    );
    const bytes = [status.storedBytes, status.budgetBytes].map((count) =>
      this.#formats.bytes(count),
    );
    const { noGroup, noGroupHelp, memberOf, memberOfHelp } = this.#strings;
    set(this.#group, status.group === undefined ? noGroup : fill(memberOf, status.group));
    this.#group.title = status.group === undefined ? noGroupHelp : memberOfHelp;
    set(this.#stored, fill(stored, ...bytes));
    set(this.#dropped, fill(dropped, this.#formats.integer(Math.max(0, gone))));
    this.#dropped.classList.toggle('optional', gone <= 0);
  }

  /** Says how many rows are selected, where it is more than one. @returns what it says */
  select(count: number): string {
    const text = fill(this.#strings.selectedRows, this.#formats.integer(count));
    set(this.#selected, count > 1 ? text : '');
    return text;
  }

  #positionText(status: TailStatus): string {
    if (status.partitions.length === 0) return '';
    const { records, partitions } = behind(status.partitions);
    // What is not being read may have grown since: only a running read can say that it is at the end.
    const runs = status.state === 'reading' && status.partitions.every(({ problem }) => !problem);
    if (records === 0n) return runs ? this.#strings.caughtUp : '';
    const { behind: inMany, behindInOne } = this.#strings;
    const more = partitions.length > maxNamed ? ', …' : '';
    const named = partitions.slice(0, maxNamed).join(', ') + more;
    const text = partitions.length === 1 ? behindInOne : inMany;
    return fill(text, this.#formats.integer(records), named);
  }

  #problemText(partitions: readonly PartitionStatus[]): string {
    const [first, ...others] = partitions.filter((status) => status.problem !== undefined);
    if (!first) return '';
    const text = fill(this.#strings.partitionProblem, partitionName(first), first.problem ?? '');
    if (others.length === 0) return text;
    return `${text} ${fill(this.#strings.moreProblems, this.#formats.integer(others.length))}`;
  }
}

function set(target: HTMLElement, text: string): void {
  if (target.textContent === text) return;
  target.textContent = text;
  target.title = text;
}
