import type { TailCalls, TailPushes } from '../../src/protocol/tail.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailLook } from '../../src/protocol/tailLook.ts';
import type { TailFilter } from '../../src/protocol/tailPlan.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import type { TailOrder, TailView } from '../../src/protocol/tailView.ts';
import type { RpcClient } from '../shared/rpcClient.ts';
import type { FilterBar } from './filterBar.ts';
import { FilterProbe } from './filterProbe.ts';
import { behind } from './readingState.ts';

/** What the commands see of the page, and what they tell it. */
export interface ViewContext {
  status(): TailStatus;
  /** The selected row. */
  active(): number | undefined;
  /** Show other rows of what is loaded. */
  show(view: TailView): void;
  /** Something that is remembered for the topic has changed. */
  changed(): void;
  /** What tells of the filter that is being typed. */
  bar(): Pick<FilterBar, 'tell' | 'tellTest'>;
  say(text: string): void;
  fail(error: unknown): void;
}

/** Which of the loaded records are shown, in which order, and the filters that are saved for the topic. */
export class ViewCommands {
  readonly #rpc: RpcClient<TailCalls, TailPushes>;
  readonly #strings: TailStrings;
  readonly #context: ViewContext;
  readonly #probe: FilterProbe;
  #filters: readonly TailFilter[];
  /** How the user wants this topic sorted. */
  #order: TailOrder | undefined;
  /** The epoch in which that was asked for without the user. */
  #sortedEpoch = -1;

  constructor(
    rpc: RpcClient<TailCalls, TailPushes>,
    strings: TailStrings,
    look: TailLook | undefined,
    context: ViewContext,
  ) {
    this.#rpc = rpc;
    this.#strings = strings;
    this.#filters = look?.filters ?? [];
    this.#order = look?.order;
    this.#context = context;
    this.#probe = new FilterProbe(rpc, ({ problem, found }) => context.bar().tell(problem, found));
  }

  /** What is remembered for the topic. */
  get look(): Pick<TailLook, 'filters' | 'order'> {
    return {
      ...(this.#filters.length > 0 && { filters: this.#filters }),
      ...(this.#order && { order: this.#order }),
    };
  }

  /** The filter in the field has become another one. */
  typed(filter: TailFilter | undefined): void {
    this.#probe.typed(filter);
  }

  filter(filter: TailFilter | undefined): void {
    this.#show(filter, this.#context.status().view?.order);
  }

  sort(order: TailOrder | undefined): void {
    this.#order = order;
    this.#context.changed();
    this.#show(this.#context.status().view?.filter, order);
  }

  save(filters: readonly TailFilter[]): void {
    this.#filters = filters;
    this.#context.changed();
  }

  /**
   * Sorts as the topic was last sorted, as soon as there is all that was to be loaded. A view of what is to come is
   * not sorted by itself: it would stand still with its first record.
   */
  sortLoaded(): void {
    const { state, plan, view, partitions, endRow, firstRow, epoch } = this.#context.status();
    if (!this.#order || view?.order || endRow === firstRow || this.#sortedEpoch === epoch) return;
    const caughtUp = state === 'reading' && behind(partitions).records === 0n;
    if ((state !== 'stopped' && !caughtUp) || plan?.from.kind === 'now') return;
    this.#sortedEpoch = epoch;
    this.#show(view?.filter, this.#order);
  }

  /** Tries a filter on the selected record. */
  test(filter: TailFilter): void {
    const row = this.#context.active();
    if (row === undefined) {
      this.#context.say(this.#strings.noSelection);
      return;
    }
    this.#rpc.call('test', { filter, row }).then(
      (test) => {
        if (test) this.#context.bar().tellTest(test);
        else this.#context.say(this.#strings.recordGone);
      },
      (error: unknown) => this.#context.fail(error),
    );
  }

  #show(filter: TailFilter | undefined, order: TailOrder | undefined): void {
    this.#context.show({ ...(filter && { filter }), ...(order && { order }) });
  }
}
