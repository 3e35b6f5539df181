import type { TailTimes } from '../../src/protocol/tail.ts';

/** A span of time, the end not included. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

const none: TailTimes = { startMs: 0, widthMs: 1, counts: [], untimed: 0, estimated: false };

/** What of a timeline is selected: kept as times, so that it stays where it is while records arrive. */
export class TimelineRange {
  #counts = none;
  /** Where the selection began and where it is moved, as times within their spans. */
  #anchorMs: number | undefined;
  #cursorMs: number | undefined;

  setCounts(counts: TailTimes): void {
    this.#counts = counts;
  }

  /** The number of the last span; −1 where there is none. */
  get last(): number {
    return this.#counts.counts.length - 1;
  }

  /** The span that the selection is moved with. */
  get cursor(): number | undefined {
    return this.#cursorMs === undefined ? undefined : this.#clamped(this.#spanOf(this.#cursorMs));
  }

  get estimated(): boolean {
    return this.#counts.estimated;
  }

  /** Moves to a span; `extend` keeps where the selection began. */
  move(to: number, extend: boolean): void {
    if (this.last < 0) return;
    const { startMs, widthMs } = this.#counts;
    const ms = startMs + (this.#clamped(to) + 0.5) * widthMs;
    this.#cursorMs = ms;
    if (!extend || this.#anchorMs === undefined) this.#anchorMs = ms;
  }

  clear(): void {
    this.#anchorMs = this.#cursorMs = undefined;
  }

  /** The time that is selected, in whole spans. */
  get span(): TimeSpan | undefined {
    const spans = this.#spans();
    if (spans === undefined) return undefined;
    const { startMs, widthMs } = this.#counts;
    return { fromMs: startMs + spans.from * widthMs, toMs: startMs + spans.end * widthMs };
  }

  /** The time that there is. */
  get whole(): TimeSpan | undefined {
    const { startMs, widthMs, counts } = this.#counts;
    if (counts.length === 0) return undefined;
    return { fromMs: startMs, toMs: startMs + counts.length * widthMs };
  }

  /** How many records are selected, or are there. */
  get count(): number {
    return this.#sum(this.#counts.counts);
  }

  /** How many of them the filter shows; undefined without one. */
  get matching(): number | undefined {
    const { matching } = this.#counts;
    return matching && this.#sum(matching);
  }

  /** Where the selection lies, 0 to 1. */
  get shares(): { readonly from: number; readonly to: number } | undefined {
    const spans = this.#spans();
    const all = this.last + 1;
    return spans && { from: spans.from / all, to: spans.end / all };
  }

  #sum(counts: readonly number[]): number {
    const { from, end } = this.#spans() ?? { from: 0, end: this.last + 1 };
    return counts.slice(from, end).reduce((sum, count) => sum + count, 0);
  }

  #spans(): { readonly from: number; readonly end: number } | undefined {
    if (this.#anchorMs === undefined || this.#cursorMs === undefined || this.last < 0) {
      return undefined;
    }
    const anchor = this.#clamped(this.#spanOf(this.#anchorMs));
    const cursor = this.#clamped(this.#spanOf(this.#cursorMs));
    return { from: Math.min(anchor, cursor), end: Math.max(anchor, cursor) + 1 };
  }

  #spanOf(ms: number): number {
    return Math.floor((ms - this.#counts.startMs) / this.#counts.widthMs);
  }

  #clamped(span: number): number {
    return Math.max(0, Math.min(span, this.last));
  }
}
