import type { AskedPart, TailCalls, TailPushes } from '../../src/protocol/tail.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TimeSpan } from './timelineRange.ts';
import { samePlan } from '../../src/protocol/samePlan.ts';
import type { TailFilter, TailPlan } from '../../src/protocol/tailPlan.ts';
import type { TailView } from '../../src/protocol/tailView.ts';
import type { RpcClient } from '../shared/rpcClient.ts';
import { scanPlan, startsAtNewest } from './scanPlan.ts';

/** What the commands tell the page. */
export interface ReadContext {
  /** What the host answered. */
  apply(status: TailStatus): void;
  /** The row that the user looks at, to be shown again where another read has its record. */
  place(): number | undefined;
  fail(error: unknown): void;
}

/** What is read and whether it goes on: the host does it, the page shows how it stands then. */
export class ReadCommands {
  readonly #rpc: RpcClient<TailCalls, TailPushes>;
  readonly #context: ReadContext;
  #plan: TailPlan;
  /** How the next epoch begins, where the user's own restart decided it. */
  #followNext: boolean | undefined;

  constructor(rpc: RpcClient<TailCalls, TailPushes>, plan: TailPlan, context: ReadContext) {
    this.#rpc = rpc;
    this.#plan = plan;
    this.#context = context;
  }

  /** What is read. The same plan stays the same object: what shows it knows that nothing has changed. */
  get plan(): TailPlan {
    return this.#plan;
  }

  /** Takes what the host says is read. */
  setPlan(plan: TailPlan | undefined): void {
    if (plan && !samePlan(plan, this.#plan)) this.#plan = plan;
  }

  /** Whether a view that now begins another epoch follows; undefined: as it did before. */
  followsNext(plan: TailPlan | undefined): boolean | undefined {
    const own = this.#followNext;
    this.#followNext = undefined;
    const moved = plan !== undefined && !samePlan(plan, this.#plan);
    return own ?? (moved ? startsAtNewest(plan) : undefined);
  }

  /** Reads a span of time and nothing else. */
  readTime({ fromMs, toMs }: TimeSpan): void {
    this.read({
      ...this.#plan,
      from: { kind: 'time', timestampMs: fromMs },
      to: { kind: 'time', timestampMs: toMs },
    });
  }

  read(plan: TailPlan): void {
    this.#plan = plan;
    this.#followNext = startsAtNewest(plan);
    const keep = this.#context.place();
    const call = this.#rpc.call('restart', { plan, ...(keep !== undefined && { keep }) });
    // Refused: what the next epoch does is not this call's business any more.
    call.catch(() => (this.#followNext = undefined));
    this.#act(call);
  }

  again(): void {
    this.read(this.#plan);
  }

  fromBeginning(): void {
    this.read({ ...this.#plan, from: { kind: 'beginning' } });
  }

  scan(filter: TailFilter | undefined): void {
    this.read(scanPlan(this.#plan, filter));
  }

  /** Shows other rows of what is loaded. @param selected a row of now whose record stays in view */
  show(view: TailView, selected: number | undefined): void {
    this.#act(
      this.#rpc.call('view', { view, ...(selected === undefined ? {} : { row: selected }) }),
    );
  }

  ask(what: AskedPart): void {
    this.#rpc.call('ask', { what, plan: this.#plan }).then(
      (plan) => {
        if (plan) this.read(plan);
      },
      (error: unknown) => this.#context.fail(error),
    );
  }

  /** Opens a further view that reads the same. */
  another(): void {
    this.#rpc.call('another', undefined).catch((error: unknown) => this.#context.fail(error));
  }

  pause(paused: boolean): void {
    this.#act(this.#rpc.call('pause', { paused }));
  }

  stop(): void {
    this.#act(this.#rpc.call('stop', undefined));
  }

  scanOn(): void {
    this.#act(this.#rpc.call('scanOn', undefined));
  }

  clear(): void {
    this.#act(this.#rpc.call('clear', undefined));
  }

  #act(call: Promise<TailStatus>): void {
    call.then(
      (status) => this.#context.apply(status),
      (error: unknown) => this.#context.fail(error),
    );
  }
}
