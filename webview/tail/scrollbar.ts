import { element } from '../shared/element.ts';
import type { Viewport } from './viewport.ts';

const minThumb = 24;

/**
 * Mirrors where the view is among all rows, and takes it elsewhere when dragged or clicked. Drawn by us: a
 * native one would need an element as high as all rows. For the pointer only; keys move the grid itself.
 */
export class Scrollbar {
  readonly element = element('div', 'scrollbar');
  readonly #thumb = element('div', 'thumb');
  readonly #viewport: Viewport;
  readonly #moved: (top: number) => void;
  /** Where in the thumb it is held, in pixels. */
  #grab: number | undefined;
  #track = 0;

  /** @param moved called with the row that is to be at the top edge */
  constructor(viewport: Viewport, moved: (top: number) => void) {
    this.#viewport = viewport;
    this.#moved = moved;
    this.element.setAttribute('aria-hidden', 'true');
    this.element.append(this.#thumb);
    this.element.addEventListener('pointerdown', (event) => this.#press(event));
    this.element.addEventListener('pointermove', (event) => this.#drag(event));
    const release = (): void => {
      this.#grab = undefined;
      this.element.classList.remove('held');
    };
    this.element.addEventListener('pointerup', release);
    this.element.addEventListener('lostpointercapture', release);
  }

  /** @param height of the bar in pixels: told, as measuring it after rows were drawn costs a layout */
  setTrack(height: number): void {
    this.#track = height;
  }

  draw(): void {
    const { first, end, visible, top } = this.#viewport;
    const all = end - first;
    this.element.hidden = all <= visible;
    if (this.element.hidden) return;
    const { track, thumb } = this.#measure();
    const share = (top - first) / Math.max(1e-9, all - visible);
    this.#thumb.style.height = `${thumb}px`;
    this.#thumb.style.transform = `translateY(${share * (track - thumb)}px)`;
  }

  #measure(): { track: number; thumb: number } {
    const { first, end, visible } = this.#viewport;
    const track = this.#track;
    return { track, thumb: Math.max(minThumb, (track * visible) / Math.max(1, end - first)) };
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    this.element.classList.add('held');
    const box = this.#thumb.getBoundingClientRect();
    const inside = event.clientY >= box.top && event.clientY < box.bottom;
    // A click on the track takes the thumb there by its middle, as in VS Code's editor.
    this.#grab = inside ? event.clientY - box.top : box.height / 2;
    if (!inside) this.#drag(event);
  }

  #drag(event: PointerEvent): void {
    if (this.#grab === undefined) return;
    const { track, thumb } = this.#measure();
    const { first, maxTop } = this.#viewport;
    const from = this.element.getBoundingClientRect().top + this.#grab;
    const share = Math.min(1, Math.max(0, (event.clientY - from) / Math.max(1, track - thumb)));
    this.#moved(first + share * (maxTop - first));
  }
}
