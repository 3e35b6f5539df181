/**
 * Which rows are in view. The row at the top is the state, as a fraction of a row and not in pixels:
 * a browser caps an element's height near row 760,000 at twice the pixel ratio, row space has no cap.
 */
export class Viewport {
  /** What exists: rows `first` (inclusive) to `end` (exclusive). */
  first = 0;
  end = 0;
  /** How many rows fit, with the fraction of the one that is cut. */
  visible = 0;
  /** Sticks to the newest row until the user scrolls up. */
  following = false;
  /** While following, the end of what has been loaded: the view never runs ahead into blank rows. */
  shownEnd = 0;
  /** One past the last row that was ever in view: what is after it is new to the user. */
  seenEnd = 0;
  #top = 0;

  /** The row at the top edge; its fraction is the part that is scrolled out. */
  get top(): number {
    return this.#top;
  }

  /** The largest `top`: the newest row at the bottom edge. */
  get maxTop(): number {
    return Math.max(this.first, this.end - this.visible);
  }

  /** How many rows arrived below the view. */
  get unseen(): number {
    return Math.max(0, this.end - Math.max(this.seenEnd, this.first));
  }

  /** All new rows: another read, or a cleared one. */
  reset(following: boolean): void {
    this.first = this.end = this.shownEnd = this.seenEnd = this.#top = 0;
    this.following = following;
  }

  setRange(first: number, end: number): void {
    this.first = first;
    this.end = end;
    this.#settle();
  }

  setVisible(rows: number): void {
    this.visible = rows;
    this.#settle();
  }

  /** Rows up to `end` can be drawn now: a following view moves there. */
  setShownEnd(end: number): void {
    this.shownEnd = Math.min(Math.max(end, this.shownEnd), this.end);
    this.#settle();
  }

  follow(following: boolean): void {
    // What has not been loaded yet is blank for a moment, as after any jump.
    if (following && !this.following) this.shownEnd = this.end;
    this.following = following;
    this.#settle();
  }

  /** By wheel or touch: up ends following, down to the very end starts it. */
  scrollBy(rows: number): void {
    const target = this.#top + rows;
    this.#top = target;
    if (rows > 0 && target >= this.maxTop) this.follow(true);
    else if (rows < 0 && this.maxTop > this.first) this.follow(false);
    else this.#settle();
  }

  /** To a place on the scrollbar. */
  scrollTo(row: number): void {
    this.#top = row;
    this.follow(row >= this.maxTop && this.maxTop > this.first);
  }

  /** Brings a row into view with the least movement, or to the middle of the view. */
  reveal(row: number, where: 'nearest' | 'center' = 'nearest'): void {
    if (where === 'center') this.#moveTo(row - Math.floor(this.visible / 2));
    else if (row < this.#top) this.#moveTo(row);
    else if (row + 1 > this.#top + this.visible) this.#moveTo(row + 1 - this.visible);
  }

  #moveTo(top: number): void {
    this.#top = top;
    this.#settle();
  }

  #settle(): void {
    if (this.following) {
      this.#top = Math.min(this.shownEnd, this.end) - this.visible;
    }
    this.#top = Math.max(this.first, Math.min(this.#top, this.maxTop));
    // A following view has seen what arrived, even what went by between two frames.
    const seen = this.following
      ? this.end
      : Math.min(this.end, Math.floor(this.#top + this.visible));
    this.seenEnd = Math.max(this.seenEnd, seen);
  }
}
