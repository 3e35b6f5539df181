import type { PartitionStatus } from '../../src/protocol/tailStatus.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import { behindOf, partitionName } from './readingState.ts';

/** More partitions than this share one bar: each would be too thin to tell anything. */
const maxBars = 24;

/** A small bar per partition: how far its position is towards its end. */
export class PartitionBars {
  /** Opens the table of positions. */
  readonly element = element('button', 'bars');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #bars: HTMLElement[] = [];

  constructor(strings: TailStrings, formats: Formats) {
    this.#strings = strings;
    this.#formats = formats;
    this.element.type = 'button';
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
    });
  }

  /** @param summary what the bars say in words */
  update(partitions: readonly PartitionStatus[], summary: string): void {
    const count = partitions.length > maxBars ? 1 : partitions.length;
    while (this.#bars.length > count) this.#bars.pop()?.remove();
    while (this.#bars.length < count) {
      const bar = element('i', 'partition-bar');
      this.#bars.push(bar);
      this.element.append(bar);
    }
    this.#bars.forEach((bar, index) => {
      const shown = count === 1 ? partitions : partitions.slice(index, index + 1);
      const reached = `${(share(shown) * 100).toFixed(1)}%`;
      if (bar.style.getPropertyValue('--reached') !== reached) {
        bar.style.setProperty('--reached', reached);
      }
      bar.classList.toggle(
        'problem',
        shown.some((each) => each.problem !== undefined),
      );
    });
    if (this.element.getAttribute('aria-label') !== summary) {
      this.element.setAttribute('aria-label', summary);
    }
    this.#title(partitions);
  }

  #title(partitions: readonly PartitionStatus[]): void {
    const lines = partitions.slice(0, maxBars).map((status) => {
      const numbers = [status.position, status.end, behindOf(status)].map((value) =>
        this.#formats.integer(value),
      );
      return fill(this.#strings.partitionPosition, partitionName(status), ...numbers);
    });
    if (partitions.length > maxBars) {
      lines.push(fill(this.#strings.moreProblems, String(partitions.length - maxBars)));
    }
    this.element.title = lines.join('\n');
  }
}

function share(partitions: readonly PartitionStatus[]): number {
  let position = 0;
  let end = 0;
  for (const status of partitions) {
    position += Number(status.position);
    end += Number(status.end);
  }
  return end <= 0 ? 1 : Math.min(1, position / end);
}
