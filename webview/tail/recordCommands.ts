import type { CopyForm, RowRange } from '../../src/protocol/tailCopy.ts';
import type { TimeStyle } from '../../src/protocol/tailLook.ts';
import type { FoundRow, TailCalls, TailPushes } from '../../src/protocol/tail.ts';
import type { RecordPlace } from '../../src/protocol/tailPageState.ts';
import type { PlainFilter } from '../../src/protocol/tailPlan.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import type { Formats } from '../shared/formats.ts';
import type { MenuItem } from '../shared/menu.ts';
import { CallCancelled, type RpcClient } from '../shared/rpcClient.ts';
import { Comparison } from './comparison.ts';
import type { TimeSpan } from './timelineRange.ts';
import type { RecordEvents } from './recordBar.ts';
import type { Viewport } from './viewport.ts';

/** What the commands see of the page, and what they tell it. */
export interface RecordContext {
  /** The selected row. */
  active(): number | undefined;
  /** The selected rows. */
  selected(): readonly RowRange[];
  /** Where a row's record is; undefined for a row that shows none. */
  placeOf(row: number): RecordPlace | undefined;
  timeStyle(): TimeStyle;
  /** Select a row and bring it into view. */
  show(row: number): void;
  /** The clipboard has what was asked for; a sentence says so. */
  copied(sentence: string): void;
  say(text: string): void;
  /** Show a field as a column. */
  addColumn(path: string): void;
  /** Which of how many matches it is. */
  found(found: FoundRow): void;
}

/** What is done with the selected record, and what is looked for from it: the host does it, the page says how it went. */
export class RecordCommands implements RecordEvents {
  readonly #rpc: RpcClient<TailCalls, TailPushes>;
  readonly #strings: TailStrings;
  readonly #context: RecordContext;
  readonly #comparison: Comparison;
  #finding = new AbortController();
  /** Settles when the last search has. */
  #found = Promise.resolve();
  constructor(
    rpc: RpcClient<TailCalls, TailPushes>,
    strings: TailStrings,
    formats: Formats,
    context: RecordContext,
  ) {
    this.#rpc = rpc;
    this.#comparison = new Comparison(strings, formats, {
      active: () => context.active(),
      selected: () => context.selected(),
      place: (row) => context.placeOf(row),
      compare: (left, right) => this.#tell(rpc.call('compare', { left, right })),
    });
    this.#strings = strings;
    this.#context = context;
  }

  /** Other rows from now on: what was selected among the old ones means nothing any more. */
  reset(): void {
    this.#comparison.reset();
    this.#finding.abort();
    this.#finding = new AbortController();
  }

  copy(form: CopyForm, columns: readonly string[] = []): void {
    this.#withActive((row) => this.#copy([{ first: row, end: row + 1 }], form, columns));
  }

  /** All that is selected, not the active record alone. */
  copySelected(form: CopyForm, columns: readonly string[] = []): void {
    const ranges = this.#context.selected();
    if (ranges.length > 0) this.#copy(ranges, form, columns);
  }

  open(part: 'key' | 'value'): void {
    this.#withActive((row) => this.#tell(this.#rpc.call('open', { row, part })));
  }

  produceAgain(): void {
    this.#withActive((row) => this.#tell(this.#rpc.call('produceAgain', { row })));
  }

  compareItems(): readonly MenuItem[] {
    return this.#comparison.items();
  }

  compareSelected(): readonly MenuItem[] {
    return this.#comparison.ofSelected();
  }

  nextSameKey(): void {
    this.#withActive((row) =>
      this.#go(this.#rpc.call('nextSameKey', { row }), this.#strings.noSameKey),
    );
  }

  showAround(): void {
    this.#withActive((row) => this.#tell(this.#rpc.call('around', { row })));
  }

  /** Asks for a field that a column then shows: one of the selected record, or of any. */
  showAsColumn(): void {
    this.#withActive((row) => this.#askField({ row }));
  }

  addColumn(): void {
    this.#askField({});
  }

  showColumn(path: string): void {
    this.#context.addColumn(path);
  }

  #askField(of: TailCalls['askField']['in']): void {
    this.#rpc.call('askField', of).then(
      (path) => {
        if (path !== undefined) this.#context.addColumn(path);
      },
      (error: unknown) => this.fail(error),
    );
  }

  /**
   * The next match from the selected row on, or from the view's edge where none is selected. One after another: a
   * second press goes on from what the first has found.
   */
  find(filter: PlainFilter, backwards: boolean, viewport: Viewport): Promise<void> {
    const { signal } = this.#finding;
    this.#found = this.#found.then(() =>
      signal.aborted ? undefined : this.#find(filter, backwards, viewport, signal),
    );
    return this.#found;
  }

  async #find(
    filter: PlainFilter,
    backwards: boolean,
    { first, top, visible }: Viewport,
    signal: AbortSignal,
  ): Promise<void> {
    const active = this.#context.active();
    const edge = backwards ? Math.ceil(top + visible) - 1 : Math.floor(top);
    const row = active === undefined ? edge : active + (backwards ? -1 : 1);
    try {
      const found =
        row < first ? undefined : await this.#rpc.call('find', { filter, row, backwards }, signal);
      if (found?.row === undefined) this.#context.say(this.#strings.notFound);
      else this.#context.show(found.row);
      if (found) this.#context.found(found);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Shows the first record of a time. */
  showTime({ fromMs, toMs }: TimeSpan): void {
    this.#go(this.#rpc.call('findTime', { fromMs, toMs }), this.#strings.noneAtThisTime);
  }

  /** The host asks what and where to, and shows how far it is. */
  export(): void {
    this.#export({});
  }

  exportSelected(): void {
    this.#export({ ranges: this.#context.selected() });
  }

  #export(what: TailCalls['export']['in']): void {
    this.#rpc.call('export', what).catch((error: unknown) => this.fail(error));
  }

  /** Says what went wrong; nothing where the page itself gave up. */
  fail(error: unknown): void {
    if (error instanceof CallCancelled) return;
    this.#context.say(error instanceof Error ? error.message : String(error));
  }

  #copy(ranges: readonly RowRange[], form: CopyForm, columns: readonly string[]): void {
    const time = this.#context.timeStyle();
    this.#rpc.call('copy', { ranges, form, columns, time }).then(
      ({ sentence, whole }) => {
        if (whole) this.#context.copied(sentence);
        else this.#context.say(sentence);
      },
      (error: unknown) => this.fail(error),
    );
  }

  #withActive(run: (row: number) => void): void {
    const row = this.#context.active();
    if (row !== undefined) run(row);
  }

  /** Shows the row that is found, or says that there is none. */
  #go(call: Promise<number | undefined>, otherwise: string): void {
    call.then(
      (row) => {
        if (row === undefined) this.#context.say(otherwise);
        else this.#context.show(row);
      },
      (error: unknown) => this.fail(error),
    );
  }

  /** Waits for what is done with a record and says where it could not be done. */
  #tell(call: Promise<boolean>): void {
    call.then(
      (found) => {
        if (!found) this.#context.say(this.#strings.recordGone);
      },
      (error: unknown) => this.fail(error),
    );
  }
}
