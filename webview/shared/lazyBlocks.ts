import { element } from './element.ts';

/** A stretch of lines that is made when it comes near the view. */
export interface LazyBlock {
  /** How many lines it will show, for the room it takes before it is made. */
  readonly lines: number;
  fill(target: HTMLElement): void;
}

const lineHeight = 18;

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
