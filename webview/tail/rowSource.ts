import type { RecordPlace } from '../../src/protocol/tailPageState.ts';
import type { TailRow, TailRows } from '../../src/protocol/tailRow.ts';
import { maxRowsPerCall } from '../../src/protocol/tailChecks.ts';

/** Asks the host for rows; rejects when cancelled or refused. */
export type PullRows = (first: number, count: number, signal: AbortSignal) => Promise<TailRows>;

/** Rows beyond the visible ones that are loaded after them, each way, once half of them are not there. */
const overscan = 24;
/** Loaded rows are forgotten beyond this many: the host holds them, the page stays small. */
const maxKept = 1500;

interface Span {
  readonly first: number;
  readonly end: number;
}

/**
 * The rows that the page holds: those around the view, nothing else. At most one `rows` call runs; one
 * that no longer serves the view is cancelled.
 */
export class RowSource {
  readonly #pull: PullRows;
  readonly #loaded: (end: number) => void;
  readonly #rows = new Map<number, TailRow>();
  #running: (Span & { readonly cancel: AbortController }) | undefined;
  /** What was asked for and not given: not asked again before the range changes. */
  #refused: Span | undefined;
  #epoch = -1;
  #first = 0;
  #end = 0;

  /** @param loaded called with the end of the rows that arrived, once they are held */
  constructor(pull: PullRows, loaded: (end: number) => void) {
    this.#pull = pull;
    this.#loaded = loaded;
  }

  get(row: number): TailRow | undefined {
    return this.#rows.get(row);
  }

  /** Where a row's record is; undefined for a row that is not held, or shows none. */
  place(row: number): RecordPlace | undefined {
    const found = this.#rows.get(row);
    if (found?.kind !== 'record') return undefined;
    const { topic, partition, offset } = found;
    return { topic, partition, offset };
  }

  /** What exists now; another epoch makes everything held worthless. */
  setRange(epoch: number, first: number, end: number): void {
    if (epoch !== this.#epoch) {
      this.#rows.clear();
      this.#cancel();
    }
    if (epoch !== this.#epoch || first !== this.#first || end !== this.#end) {
      this.#refused = undefined;
    }
    this.#epoch = epoch;
    this.#first = first;
    this.#end = end;
  }

  /** Forgets the rows that are held: the host has more to tell of them now. */
  clear(): void {
    this.#rows.clear();
    this.#refused = undefined;
    this.#cancel();
  }

  /**
   * Sees to it that the rows of the view arrive, and once they are there, those around it: after a jump the view must
   * not wait for more than it shows.
   *
   * @param patient keeps a running call whatever it asks for: a following view would else never see the
   *   answer of one, as each change moves its need
   */
  need(first: number, end: number, patient: boolean): void {
    const view = this.#clip(first, end);
    const inView = this.#missing(view);
    const missing = inView ?? (patient ? undefined : this.#missingAround(view));
    if (!missing) return;
    if (this.#running) {
      const serves = this.#running.first < missing.end && missing.first < this.#running.end;
      if (serves || patient || !inView) return;
      this.#cancel();
    }
    if (this.#refused && covers(this.#refused, missing)) return;
    void this.#load(cut(missing));
  }

  /** Takes rows that came without being asked for. */
  offer(rows: TailRows): boolean {
    if (rows.epoch !== this.#epoch || rows.rows.length === 0) return false;
    rows.rows.forEach((row, index) => this.#rows.set(rows.first + index, row));
    this.#forget(rows.first, rows.first + rows.rows.length);
    return true;
  }

  async #load(span: Span): Promise<void> {
    const running = { ...span, cancel: new AbortController() };
    this.#running = running;
    let answer: TailRows | undefined;
    try {
      answer = await this.#pull(span.first, span.end - span.first, running.cancel.signal);
    } catch {
      // Cancelled, or refused: the rows stay blank until the next change asks again.
    }
    if (this.#running !== running) return;
    this.#running = undefined;
    this.#refused = span;
    if (answer && this.offer(answer)) this.#loaded(answer.first + answer.rows.length);
  }

  #cancel(): void {
    const running = this.#running;
    this.#running = undefined;
    running?.cancel.abort();
  }

  #clip(first: number, end: number): Span {
    return { first: Math.max(first, this.#first), end: Math.min(end, this.#end) };
  }

  /** What a complete view will need next; below it first. */
  #missingAround({ first, end }: Span): Span | undefined {
    const around = (rows: number): Span[] => [
      this.#clip(end, end + rows),
      this.#clip(first - rows, first),
    ];
    const lacking = around(overscan / 2).findIndex((span) => this.#missing(span));
    const wide = around(overscan)[lacking];
    return wide && this.#missing(wide);
  }

  /** The smallest span that holds every row of `span` that is not held. */
  #missing(span: Span): Span | undefined {
    let { first, end } = span;
    while (first < end && this.#rows.has(first)) first++;
    while (end > first && this.#rows.has(end - 1)) end--;
    return first < end ? { first, end } : undefined;
  }

  #forget(first: number, end: number): void {
    if (this.#rows.size <= maxKept) return;
    for (const row of this.#rows.keys()) {
      if (row < first - maxKept / 3 || row > end + maxKept / 3) this.#rows.delete(row);
    }
  }
}

/** A window that is higher than a call may carry is filled by several, from the top. */
function cut({ first, end }: Span): Span {
  return { first, end: Math.min(end, first + maxRowsPerCall) };
}

function covers(outer: Span, inner: Span): boolean {
  return outer.first <= inner.first && inner.end <= outer.end;
}
