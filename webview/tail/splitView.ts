import { element } from '../shared/element.ts';
import { Splitter, type PaneShares } from './splitter.ts';

/** From this width on the details stand beside the grid, below it under the grid. */
const besideFrom = '(min-width: 700px)';

/** Grid and details with the line between them. */
export class SplitView {
  readonly element = element('div', 'split');
  readonly #splitter: Splitter;

  /** @param resizeLabel what a screen reader calls the line */
  constructor(
    first: HTMLElement,
    second: HTMLElement,
    resizeLabel: string,
    shares: PaneShares,
    resized: () => void,
  ) {
    this.#splitter = new Splitter(this.element, resizeLabel, shares, resized);
    this.element.append(first, this.#splitter.element, second);
    const wide = window.matchMedia(besideFrom);
    const apply = (): void => {
      this.element.classList.toggle('beside', wide.matches);
      this.#splitter.setBeside(wide.matches);
    };
    wide.addEventListener('change', apply);
    apply();
  }

  get shares(): Readonly<PaneShares> {
    return this.#splitter.shares;
  }
}
