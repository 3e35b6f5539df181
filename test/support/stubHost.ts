// Runs in the browser, before the page: plays VS Code and the extension host through the real rpc server.
import { tailStrings } from '../../src/messages/tailStrings.ts';
import { english } from '../../src/messages/translate.ts';
import { serveCalls } from '../../src/protocol/rpcServer.ts';
import type { RecordDetails } from '../../src/protocol/recordDetails.ts';
import type { TailCalls, TailChanged, TailPushes } from '../../src/protocol/tail.ts';
import type { TailRow } from '../../src/protocol/tailRow.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailLook } from '../../src/protocol/tailLook.ts';
import type { TailPlan } from '../../src/protocol/tailPlan.ts';
import type { TailView } from '../../src/protocol/tailView.ts';
import { tailChecks } from '../../src/protocol/tailChecks.ts';
import { stubDetails, stubFields, stubPartitions, stubRow } from './stubRecords.ts';

/** What a test sees and steers; `status` is what the next push says. */
export class StubHost {
  status: TailStatus = {
    state: 'reading',
    firstRow: 0,
    endRow: 0,
    epoch: 1_000,
    partitions: [],
    storedBytes: 214 * 2 ** 20,
    budgetBytes: 256 * 2 ** 20,
    recordsPerSecond: 1240,
    bytesPerSecond: 212 * 1024,
  };
  plan: TailPlan = { from: { kind: 'beginning' } };
  /** What the user answers when he is asked for a part of the plan. */
  asked: TailPlan | undefined;
  /** … for a decoder. */
  askedDecoder: { decoder?: string } | undefined;
  look: TailLook | undefined;
  /** The field that the user chooses when he is asked for one. */
  field: string | undefined;
  moreTopics: readonly string[] | undefined;
  behind = 0;
  followRows = 0;
  /** Whether `changed` carries the newest rows, as a host of ours does. */
  sendsNewest = true;
  /** How long an answer takes, in milliseconds. */
  latencyMs = 0;
  readonly calls: { name: string; body: unknown }[] = [];
  cancelled = 0;
  running = 0;
  mostRunning = 0;
  readonly violations: string[] = [];
  readonly special = new Map<number, { row?: TailRow; details?: RecordDetails }>();
  state: unknown;

  readonly #server = serveCalls<TailCalls, TailPushes>(
    tailChecks,
    {
      ready: () => ({
        cluster: 'Local',
        topic: 'orders',
        ...(this.moreTopics && { moreTopics: this.moreTopics }),
        plan: this.plan,
        ...(this.look && { look: this.look }),
        status: this.#changed(60),
        decoders: [
          { name: 'int64', label: 'Integer, 64 bits' },
          { name: 'msgpack', label: 'MessagePack' },
        ],
        strings: tailStrings(english),
        locale: 'en',
      }),
      rows: ({ first, count }, signal) => this.#later(signal, () => this.#rows(first, count)),
      details: ({ row }, signal) =>
        this.#later(signal, () => this.special.get(row)?.details ?? stubDetails(row)),
      follow: ({ rows }) => {
        this.followRows = rows;
        return undefined;
      },
      restart: ({ plan }) => {
        this.plan = plan;
        this.status = { ...this.status, state: 'reading', firstRow: this.status.endRow };
        return this.#newEpoch();
      },
      pause: ({ paused }) => this.set({ state: paused ? 'paused' : 'reading' }),
      clear: () => {
        this.status = { ...this.status, firstRow: this.status.endRow };
        return this.#newEpoch();
      },
      scanOn: () => this.set({ state: 'reading' }),
      stop: () => this.set({ state: 'stopped' }),
      copy: ({ ranges }) => {
        const count = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
        return { sentence: count === 1 ? 'Copied' : `Copied ${count} records`, whole: true };
      },
      open: () => true,
      produceAgain: () => true,
      compare: () => true,
      ask: () => this.asked,
      export: () => undefined,
      another: () => undefined,
      times: () => ({
        startMs: Date.UTC(2026, 10, 21, 9, 41, 0),
        widthMs: 1000,
        counts: [10, 0, 40, 100, 5, 1],
        untimed: 2,
        estimated: false,
        ...(this.status.view?.filter && { matching: [3, 0, 13, 33, 1, 0] }),
      }),
      findTime: () => 7,
      askDecoder: () => this.askedDecoder,
      tryDecoders: () => [
        { fits: true, text: 'text: valid UTF-8 without control characters' },
        { name: 'int64', fits: false, text: 'it takes 8 B, and there are 5 B.' },
        { name: 'msgpack', fits: true, text: '49 <b>\u202e' },
      ],
      around: () => true,
      find: ({ row, backwards }) => {
        const count = Math.floor(this.status.endRow / 3);
        const found = backwards ? row - 2 : row + 2;
        if (found < 0 || found >= this.status.endRow) return { count };
        return { count, row: found, nth: Math.floor(found / 3) + 1 };
      },
      askField: () => this.field,
      check: ({ filter }) =>
        filter.text.endsWith('(') ? { message: 'Unexpected end', position: 6 } : undefined,
      test: ({ filter }) => ({ matched: false, why: `${filter.text.split(' ')[0] ?? ''} = 3` }),
      names: () => ['key', 'value', 'value.total', 'value.user', 'headers["trace-id"]'],
      view: ({ view, row }) => this.#show(view, row),
      remember: ({ look }) => {
        this.look = look;
        return undefined;
      },
      nextSameKey: ({ row }) => (row + 6 < this.status.endRow ? row + 6 : undefined),
    },
    (message) => {
      // A message between host and page is a copy and never immediate.
      const copy: unknown = structuredClone(message);
      setTimeout(() => window.postMessage(copy, '*'), 0);
    },
  );

  receive(message: unknown): void {
    const copy: unknown = structuredClone(message);
    const { type, name, body } = copy as { type: string; name: string; body: unknown };
    if (type === 'call') this.calls.push({ name, body });
    if (type === 'cancel') this.cancelled++;
    setTimeout(() => this.#server.receive(copy), 0);
  }

  now(): TailStatus {
    const perPartition = Math.floor(this.status.endRow / stubPartitions);
    const partitions = Array.from({ length: stubPartitions }, (_, partition) => ({
      ...(this.moreTopics && { topic: partition % 2 === 0 ? 'orders' : 'users' }),
      partition,
      position: String(1_000_000 + perPartition),
      start: '1000000',
      end: String(1_000_000 + perPartition + (partition % 3 === 2 ? this.behind : 0)),
    }));
    return this.status.partitions.length > 0 ? this.status : { ...this.status, partitions };
  }

  set(change: Partial<TailStatus>): TailStatus {
    this.status = { ...this.status, ...change };
    this.push();
    return this.now();
  }

  /** More records arrive. */
  grow(count: number): void {
    this.set({ endRow: this.status.endRow + count });
  }

  push(): void {
    this.#server.push('changed', this.#changed(this.sendsNewest ? this.followRows : 0));
  }

  reveal(row: number): void {
    this.#server.push('reveal', { row });
  }

  /** Of what is loaded, a filter lets every third row through. */
  #show(view: TailView, row: number | undefined): TailStatus {
    const held = this.status.view?.held ?? this.status.endRow;
    const { view: before, ...rest } = this.status;
    const from = before?.filter ? (row ?? 0) * 3 : row;
    const anchor = view.filter && from !== undefined ? from / 3 : from;
    this.status = { ...rest, endRow: view.filter ? Math.floor(held / 3) : held };
    if (Object.keys(view).length > 0 || anchor !== undefined) {
      const kept = Number.isSafeInteger(anchor) ? { anchor: anchor ?? 0 } : {};
      const loaded = { held, read: held, dropped: 0, looking: false };
      this.status = { ...this.status, view: { ...view, ...loaded, ...kept } };
    }
    return this.#newEpoch();
  }

  #newEpoch(): TailStatus {
    this.status = { ...this.status, epoch: this.status.epoch + 1 };
    return this.now();
  }

  #changed(count: number): TailChanged {
    const status = this.now();
    if (count === 0) return status;
    return { ...status, newest: this.#rows(Math.max(0, status.endRow - count), count) };
  }

  #rows(first: number, count: number): TailCalls['rows']['out'] {
    const from = Math.max(first, this.status.firstRow);
    const end = Math.min(first + count, this.status.endRow);
    const rows: TailRow[] = [];
    for (let row = from; row < end; row++) {
      const made = this.special.get(row)?.row ?? stubRow(row);
      const fields = stubFields(row, this.look?.columns ?? []);
      rows.push(made.kind === 'record' ? { ...made, fields } : made);
    }
    return { epoch: this.status.epoch, first: from, rows };
  }

  async #later<T>(signal: AbortSignal, answer: () => T): Promise<T> {
    this.mostRunning = Math.max(this.mostRunning, ++this.running);
    signal.addEventListener('abort', () => this.running--, { once: true });
    if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    if (!signal.aborted) this.running--;
    return answer();
  }
}

declare global {
  interface Window {
    stub: StubHost;
    acquireVsCodeApi: () => unknown;
    /** Set by the test before the page loads. */
    stubStart?: Partial<TailStatus> & {
      from?: TailPlan['from'];
      plan?: TailPlan;
      look?: TailLook;
      saved?: unknown;
      behind?: number;
      moreTopics?: readonly string[];
    };
  }
}

const stub = new StubHost();
window.stub = stub;
const { from, plan, look, saved, behind, moreTopics, ...status } = window.stubStart ?? {};
stub.status = { ...stub.status, ...status };
stub.plan = plan ?? { from: from ?? stub.plan.from };
stub.behind = behind ?? 0;
stub.moreTopics = moreTopics;
stub.look = look;
stub.state = saved;
document.addEventListener('securitypolicyviolation', (event) =>
  stub.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
);
window.acquireVsCodeApi = () => ({
  postMessage: (message: unknown) => stub.receive(message),
  getState: () => stub.state,
  setState: (state: unknown) => (stub.state = state),
});
