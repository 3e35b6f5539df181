import { element } from './element.ts';

/** A stretch of lines that is made when it comes near the view. */
export interface LazyBlock {
  /** How many lines it will show, for the room it takes before it is made. */
  readonly lines: number;
  fill(target: HTMLElement): void;
}

const lineHeight = 18;
const minLinesPerBlock = 100;
/** A block costs an element before it is made: a million lines share these. */
const maxBlocks = 1_000;
/** A block is full with this many characters, however few its lines. */
const maxBlockLength = 16_384;

/**
 * Groups lines into blocks.
 *
 * @param lengthOf a line's characters, roughly
 * @param append makes one line
 * @param longBlocks makes the blocks of a line that is too long for one
 */
export function lineBlocks(
  count: number,
  lengthOf: (line: number) => number,
  append: (target: HTMLElement, line: number) => void,
  longBlocks?: (line: number) => readonly LazyBlock[],
): LazyBlock[] {
  const blocks: LazyBlock[] = [];
  const wanted = Math.ceil(count / maxBlocks);
  let first = 0;
  let length = 0;
  const close = (end: number): void => {
    const from = first;
    if (end > from) {
      blocks.push({
        lines: end - from,
        fill(target) {
          for (let line = from; line < end; line++) append(target, line);
        },
      });
    }
    first = end;
    length = 0;
  };
  for (let line = 0; line < count; line++) {
    const own = lengthOf(line);
    if (longBlocks && own > maxBlockLength) {
      close(line);
      blocks.push(...longBlocks(line));
      first = line + 1;
      continue;
    }
    length += own;
    // The first block is made at once: it is small, however many lines there are.
    const full = blocks.length === 0 ? minLinesPerBlock : Math.max(minLinesPerBlock, wanted);
    if (length >= maxBlockLength || line + 1 - first >= full) close(line + 1);
  }
  close(count);
  return blocks;
}

/** A long text in blocks: only those near the view are made, so that a megabyte costs what a page does. */
export class LazyBlocks {
  readonly element = element('div', 'blocks');
  readonly #observer: IntersectionObserver;
  readonly #waiting = new Map<Element, LazyBlock>();

  constructor(blocks: readonly LazyBlock[]) {
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), {
      rootMargin: '800px 0px',
    });
    blocks.forEach((block, index) => {
      const place = element('div', 'block');
      this.element.append(place);
      // The first is made at once: it is what the user looks at, and it needs no second frame.
      if (index === 0) {
        block.fill(place);
        return;
      }
      place.style.setProperty('contain-intrinsic-height', `auto ${block.lines * lineHeight}px`);
      this.#waiting.set(place, block);
      this.#observer.observe(place);
    });
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#waiting.clear();
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const block = isIntersecting ? this.#waiting.get(target) : undefined;
      if (!block) continue;
      this.#waiting.delete(target);
      this.#observer.unobserve(target);
      block.fill(target as HTMLElement);
    }
  }
}
