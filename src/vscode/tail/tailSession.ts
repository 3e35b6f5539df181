import { isAbort } from '../../core/kafkaError.ts';
import type { Log } from '../../core/log.ts';
import type { TimeCounts } from '../../core/record/timeHistogram.ts';
import { RecordStore } from '../../core/record/recordStore.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import { readPlanOf } from './readPlanOf.ts';
import { endSentence, filterSentence, goneSentence, memberSentence } from './readSentences.ts';
import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import { resumePlan } from '../../kafka/read/resumePlan.ts';
import { TopicReader } from '../../kafka/read/topicReader.ts';
import type { Translate } from '../../messages/translate.ts';
import { toUserError } from '../../messages/userError.ts';
import type {
  FoundRow,
  RecordDetails,
  TailRows,
  TailState,
  TailStatus,
} from '../../protocol/tail.ts';
import type { RecordDecodings } from '../../core/serde/decoding.ts';
import { samePlan } from '../../protocol/samePlan.ts';
import { partitionStatuses } from './partitionStatuses.ts';
import { goOnPlan } from './goOnPlan.ts';
import { openReader, type TailReader } from './openReader.ts';
import type { PlainFilter, TailPlan } from '../../protocol/tailPlan.ts';
import type { TailView } from '../../protocol/tailView.ts';
import { recordDetails, tailRows } from './tailRows.ts';
import type { TailGroup, TailTarget } from './tailTarget.ts';
import { RowFinder } from './rows/rowFinder.ts';
import { scanStarts, scanStatus, type ScanStarts } from './scanStatus.ts';
import { ShownRows } from './rows/shownRows.ts';
import { shownStatus } from './rows/shownStatus.ts';

/** A record by its place; the offset is a decimal string. */
export interface AwaitedRecord {
  /** The view's topic, where it has only one. */
  readonly topic?: string;
  readonly partition: number;
  readonly offset: string;
}

/** Where a view was before the window was reloaded: its plan alone would read something else now. */
export interface RestoredRead {
  readonly place?: AwaitedRecord;
  /** For a read that began at the end: where that was, by partition (decimal strings). */
  readonly starts?: Readonly<Record<string, string>>;
}

export interface TailSessionOptions {
  readonly target: TailTarget;
  readonly budgetBytes: number;
  readonly connect: () => Promise<ClusterClient>;
  readonly log: Log;
  readonly t: Translate;
  /** Something in {@link TailSession.status} changed. May be called for every batch. */
  readonly changed: () => void;
  /** The record that `from: offset` names has arrived in this row. */
  readonly reveal: (row: number) => void;
}

/** One tail view's reading, without a page and without VS Code: the reader, its store, their state. */
export class TailSession {
  /** The paths of the fields that rows carry. */
  fields: readonly string[] = [];
  readonly #options: TailSessionOptions;
  readonly #store: RecordStore;
  readonly #shown: ShownRows;
  readonly #finder: RowFinder;
  #plan: TailPlan;
  #group: TailGroup | undefined;
  /** The group was named when reading was started: it was not the page that starts again. */
  #asked = false;
  #reader: TailReader | undefined;
  /** What the reader was told. */
  #readPlan: ReadPlan | undefined;
  #stopReading = new AbortController();
  #state: TailState = 'starting';
  #message: string | undefined;
  #epoch = Date.now();
  #paused = false;
  #startRow = 0;
  /** Records that readers before this one have handed on and seen, since the read was started. */
  #handedOn = 0;
  #seen = 0;
  /** Where the parts before a resumed scan began. */
  #scanStarts: ScanStarts = new Map();
  /** Where the partitions stood when the view was cleared. */
  #cleared: ReadonlyMap<number, bigint | undefined> = new Map();
  #client: ClusterClient | undefined;
  /** How keys and values are decoded when they are looked at. */
  decodings: RecordDecodings = {};

  constructor(options: TailSessionOptions) {
    this.#options = options;
    this.#plan = options.target;
    this.#store = new RecordStore(options.budgetBytes);
    this.#shown = new ShownRows(this.#store, {
      changed: options.changed,
      switched: () => {
        this.#epoch += 1;
        options.changed();
      },
      reveal: options.reveal,
    });
    this.#finder = new RowFinder(this.#store, this.#shown);
  }

  /** What is being read. */
  get plan(): TailPlan {
    const { from, to, partitions, isolation, filter } = this.#plan;
    return {
      from,
      ...(to && { to }),
      ...(partitions && { partitions }),
      ...(isolation && { isolation }),
      ...(filter && { filter }),
    };
  }

  /** The addresses of the cluster's saved profile, once it was connected to. */
  get bootstrapServers(): readonly string[] {
    return this.#client?.profile.bootstrapServers ?? [];
  }

  /** The oldest row that is shown. */
  get firstRow(): number {
    return this.#shown.firstRow;
  }

  /** The row that the next record will get, if it is shown. */
  get endRow(): number {
    return this.#shown.endRow;
  }

  /** Shows other rows of what is loaded. @param selected a row of now whose record stays in view */
  async view(view: TailView, selected: number | undefined): Promise<TailStatus> {
    await this.#shown.show(view, selected);
    return this.status();
  }

  /** The nearest shown row for whose record the filter holds, as {@link RowFinder.find}. */
  find(
    filter: PlainFilter,
    from: { readonly row: number; readonly backwards: boolean },
    signal: AbortSignal,
  ): Promise<FoundRow> {
    return this.#finder.find(filter, from, signal);
  }

  /**
   * Reads what `plan` says; what was read before is forgotten.
   *
   * @param awaited a record to reveal once it has been read; without it that of a plan that starts at one
   */
  start(
    plan: TailPlan & { readonly group?: TailGroup },
    awaited: AwaitedRecord | undefined = plan.from.kind === 'offset' ? plan.from : undefined,
    { starts }: RestoredRead = {},
  ): void {
    this.#stopReading.abort();
    this.#stopReading = new AbortController();
    this.#plan = plan;
    this.#asked = 'group' in plan;
    this.#group = plan.group ?? this.#group;
    this.#forget();
    this.#paused = false;
    this.#reader = undefined;
    this.#handedOn = this.#seen = 0;
    this.#scanStarts = new Map();
    this.#cleared = new Map();
    this.#set('starting');
    void this.#read(this.#stopReading.signal, awaited, this.#restoredPlan(starts));
  }

  /** As what had arrived before the reload was shown, it is read again. */
  #restoredPlan(starts: RestoredRead['starts']): ReadPlan | undefined {
    const { topic, moreTopics } = this.#options.target;
    if (starts === undefined || moreTopics || this.#plan.from.kind !== 'now') return undefined;
    const offsets = new Map(Object.entries(starts).map(([n, at]) => [Number(n), BigInt(at)]));
    return { ...readPlanOf(topic, this.#plan, Date.now()), from: { kind: 'offsets', offsets } };
  }

  /** Goes on to another end with what has been read; false where it must be read anew, and nothing is done. */
  goOn(plan: TailPlan): boolean {
    const { target, t } = this.#options;
    const reader = this.#reader;
    if (!(reader instanceof TopicReader)) return false;
    const handedOn = this.#handedOn + reader.progress.records;
    const next = goOnPlan(target.topic, this.plan, plan, reader.progress, handedOn, Date.now());
    if (next === undefined || samePlan(this.plan, plan)) return false;
    this.#stopReading.abort();
    this.#stopReading = new AbortController();
    this.#handedOn = handedOn;
    this.#seen += reader.progress.seen;
    this.#plan = plan;
    if (next.limit === 0) {
      this.#set('stopped', endSentence({ kind: 'limit' }, t));
    } else {
      this.#set('starting');
      void this.#read(this.#stopReading.signal, undefined, next);
    }
    return true;
  }

  /** Goes on with a scan that was stopped, where it stopped; what it has found stays. */
  scanOn(): void {
    const reader = this.#reader;
    if (!this.#canGoOn || !(reader instanceof TopicReader) || !this.#readPlan) return;
    const next = resumePlan(this.#readPlan, reader.progress);
    if (next === undefined) return;
    this.#stopReading = new AbortController();
    this.#scanStarts = scanStarts(reader.progress, this.#scanStarts);
    this.#handedOn += reader.progress.records;
    this.#seen += reader.progress.seen;
    this.#set('starting');
    void this.#read(this.#stopReading.signal, undefined, next);
  }

  /** A read of one topic that the user has stopped before its end. */
  get #canGoOn(): boolean {
    const reader = this.#reader;
    const ended = this.#state !== 'stopped' || this.#message !== undefined;
    if (ended || !(reader instanceof TopicReader)) return false;
    return reader.progress.partitions.some(({ position }) => position !== undefined);
  }

  async #read(
    signal: AbortSignal,
    first: AwaitedRecord | undefined,
    readPlan?: ReadPlan,
  ): Promise<void> {
    const { connect, log, t } = this.#options;
    const current = (): boolean => !signal.aborted;
    let awaited = first;
    try {
      const client = await connect();
      if (!current()) return;
      this.#client = client;
      const plan = readPlan ?? readPlanOf(this.#options.target.topic, this.#plan, Date.now());
      const reader = await openReader(
        client,
        this.#options.target,
        plan,
        { group: this.#group, maySeek: this.#asked },
        {
          batch: (batch) => {
            if (!current()) return;
            this.#store.append(batch);
            this.#shown.arrived();
            if (awaited !== undefined) {
              const { topic = batch.topic, partition, offset } = awaited;
              const row = this.#store.find(topic, partition, BigInt(offset));
              if (row !== undefined) {
                awaited = undefined;
                const shown = this.#shown.shown(row);
                if (shown !== undefined) this.#options.reveal(shown);
              }
            }
            this.#options.changed();
          },
          changed: () => {
            if (current()) this.#options.changed();
          },
        },
        log,
        signal,
      );
      if (!current()) return;
      this.#reader = reader;
      this.#readPlan = plan;
      if (this.#paused) reader.pause();
      reader.started.then(
        () => {
          if (current()) this.#set(this.#paused ? 'paused' : 'reading');
        },
        () => undefined,
      );
      const end = await reader.run(signal);
      if (current()) this.#set('stopped', endSentence(end, t));
    } catch (error) {
      if (!current() || isAbort(error)) return;
      log.error(`tail ${this.#options.target.topic}: ${String(error)}`);
      this.#set('failed', toUserError(error, t).text);
    }
  }

  pause(paused: boolean): void {
    if (this.#state === 'stopped' || this.#state === 'failed') return;
    this.#paused = paused;
    if (paused) this.#reader?.pause();
    else this.#reader?.resume();
    if (this.#state !== 'starting') this.#set(paused ? 'paused' : 'reading');
  }

  clear(): void {
    const partitions = this.#reader?.progress?.partitions ?? [];
    this.#cleared = new Map(partitions.map(({ partition, position }) => [partition, position]));
    this.#forget();
    this.#options.changed();
  }

  #forget(): void {
    this.#shown.unsort();
    this.#store.clear();
    this.#startRow = this.#store.endRow;
    this.#epoch += 1;
  }

  /** Ends reading and closes its connections; the rows stay. */
  stop(): void {
    this.#stopReading.abort();
    if (this.#state !== 'failed') this.#set('stopped');
  }

  rows(first: number, count: number): TailRows {
    const { t } = this.#options;
    const rows = tailRows(this.#shown, this.#store, first, count, this, t);
    return { epoch: this.#epoch, ...rows };
  }

  /** How many of the loaded records lie where in time. */
  get times(): TimeCounts {
    return this.#store.times;
  }

  record(row: number): RecordView | undefined {
    const at = this.#shown.stored(row);
    const stored = at === undefined ? undefined : this.#store.row(at);
    return stored?.kind === 'record' ? stored.record : undefined;
  }

  /** The batch of a row's record, and which of its records it is. */
  place(row: number): { readonly batch: RecordBatch; readonly index: number } | undefined {
    const stored = this.#shown.stored(row);
    const found = stored === undefined ? undefined : this.#store.batchAt(stored);
    if (stored === undefined || found === undefined || found.batch.count === 0) return undefined;
    return { batch: found.batch, index: stored - found.firstRow };
  }

  details(row: number, decodings = this.decodings): RecordDetails | undefined {
    const record = this.record(row);
    return record === undefined ? undefined : recordDetails(record, decodings);
  }

  status(): TailStatus {
    const progress = this.#reader?.progress;
    const reading = this.#state === 'reading';
    const { t } = this.#options;
    const message =
      this.#message ??
      filterSentence(progress, t) ??
      goneSentence(progress, t) ??
      memberSentence(this.#group?.id, this.#state, t);
    return {
      state: this.#state,
      ...(message === undefined ? {} : { message }),
      plan: this.plan,
      ...shownStatus(this.#shown, this.#store, this.#startRow, t),
      epoch: this.#epoch,
      partitions: partitionStatuses(
        progress,
        this.#options.target.moreTopics !== undefined,
        this.#cleared,
        t,
      ),
      storedBytes: this.#store.storedBytes,
      budgetBytes: this.#options.budgetBytes,
      ...(this.#plan.filter && {
        seen: this.#seen + (progress?.seen ?? 0),
        ...(progress && {
          scan: scanStatus(progress, this.#scanStarts, {
            matches: this.#handedOn + progress.records,
            running: reading,
            canGoOn: this.#canGoOn,
          }),
        }),
      }),
      recordsPerSecond: reading ? (progress?.recordsPerSecond ?? 0) : 0,
      bytesPerSecond: reading ? (progress?.bytesPerSecond ?? 0) : 0,
    };
  }

  #set(state: TailState, message?: string): void {
    this.#state = state;
    this.#message = message;
    this.#options.changed();
  }

  dispose(): void {
    this.#stopReading.abort();
    this.#shown.dispose();
    this.#finder.dispose();
    this.#store.clear();
  }
}
