import { isAbort } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import { GroupReader } from '../../kafka/consume/groupReader.ts';
import { toUserError } from '../../messages/userError.ts';
import { samePlan } from '../../protocol/samePlan.ts';
import type { ReadStarts } from '../../protocol/tailPageState.ts';
import type { TailState } from '../../protocol/tailStatus.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { goOnPlans } from './goOnPlans.ts';
import { groupStarts, type GroupStarts } from './groupStarts.ts';
import { readSpan, type ReadSpan } from './readSpan.ts';
import { ReaderChain } from './readerChain.ts';
import { openReader, type OwnReader, type TailReader } from './openReader.ts';
import { endSentence } from './readSentences.ts';
import { resumePlans } from './resumePlans.ts';
import { positionsOf, type ScanStarts } from './scanStatus.ts';
import { startPlans } from './startPlans.ts';
import type { TailReadOptions } from './tailReadOptions.ts';
import { tailReadStatus, type AwaitedRecord, type TailReadStatus } from './tailReadStatus.ts';
import { planOf, topicsOf, type TailGroup } from './tailTarget.ts';

/** What to read of each topic, as far as that has to be asked. */
type FindPlans = (client: ClusterClient, signal: AbortSignal) => Promise<readonly ReadPlan[]>;

/** What a tail view reads and how far it is: one reader after another, over a connection that is made when needed. */
export class TailRead {
  readonly #options: TailReadOptions;
  #plan: TailPlan;
  #group: TailGroup | undefined;
  /** The group was named when reading was started: it was not the page that starts again. */
  #asked = false;
  #chain = new ReaderChain<TailReader>();
  /** What the reader was told of each topic, and what the one will be told that goes on from it. */
  #readPlans: readonly ReadPlan[] = [];
  #next: readonly ReadPlan[] | undefined;
  /** What the group that the plan begins at had committed. */
  #committed: GroupStarts | undefined;
  #stopReading = new AbortController();
  #state: TailState = 'starting';
  #message: string | undefined;
  #paused = false;
  /** Where the partitions stood when the view was cleared. */
  #cleared: ScanStarts = new Map();
  #client: ClusterClient | undefined;

  constructor(options: TailReadOptions) {
    this.#options = options;
    this.#plan = options.target;
  }

  /** What is being read. */
  get plan(): TailPlan {
    return planOf(this.#plan);
  }

  /** Where the read begins is known, of some partition at least. */
  get begun(): boolean {
    return this.#chain.soFar.starts.size > 0;
  }

  /** The addresses of the cluster's saved profile, once it was connected to. */
  get bootstrapServers(): readonly string[] {
    return this.#client?.profile.bootstrapServers ?? [];
  }

  /**
   * Reads what `plan` says, and nothing else any more.
   *
   * @param starts where the read began before a reload
   */
  start(plan: TailPlan & { readonly group?: TailGroup }, starts: ReadStarts | undefined): void {
    this.#plan = plan;
    this.#asked = 'group' in plan;
    this.#group = plan.group ?? this.#group;
    this.#paused = false;
    this.#next = undefined;
    this.#chain = new ReaderChain();
    this.#cleared = new Map();
    this.#committed = undefined;
    const { from } = plan;
    this.#begin(async (client, signal) => {
      if (from.kind === 'group' && starts === undefined) {
        const committed = await groupStarts(client, from.group, this.#topics, signal);
        signal.throwIfAborted();
        this.#committed = committed;
      }
      return startPlans(this.#topics, plan, starts, Date.now(), this.#committed);
    });
  }

  #begin(plans: FindPlans): void {
    this.#stopReading.abort();
    this.#stopReading = new AbortController();
    this.#set('starting');
    void this.#read(this.#stopReading.signal, plans);
  }

  get #topics(): readonly string[] {
    return topicsOf(this.#options.target);
  }

  /** Goes on to another end with what has been read; false where it must be read anew, and nothing is done. */
  goOn(plan: TailPlan): boolean {
    const reader = this.#standing;
    if (reader === undefined || samePlan(this.plan, plan)) return false;
    const { records } = this.#chain.soFar;
    const { partitions } = reader.progress;
    const next = goOnPlans(this.#topics, this.plan, plan, partitions, records, Date.now());
    if (next === undefined) return false;
    this.#plan = plan;
    if (next.some(({ limit }) => limit === 0)) {
      this.#stopReading.abort();
      this.#set('stopped', endSentence({ kind: 'limit' }, this.#options.t));
    } else {
      this.#goOn(next);
    }
    return true;
  }

  /** Goes on with a scan that was stopped, where it stopped; what it has found stays. */
  scanOn(): void {
    const reader = this.#standing;
    if (!this.#canGoOn || reader === undefined) return;
    // One that was to go on may have been stopped before it was there.
    const next = this.#next ?? resumePlans(this.#readPlans, reader.progress);
    if (next !== undefined) this.#goOn(next);
  }

  #goOn(plans: readonly ReadPlan[]): void {
    this.#next = plans;
    this.#begin(() => Promise.resolve(plans));
  }

  /** Which records of a topic are read, as far as that is settled. */
  span(topic: string): ReadSpan {
    const partitions = this.#chain.reader?.progress?.partitions ?? [];
    const ended = this.#state === 'stopped' && this.#message !== undefined;
    return readSpan(topic, partitions, this.#chain.soFar.starts, ended);
  }

  /** What has been reading on its own, no member of a group, and knows where it stands: another can go on from there. */
  get #standing(): OwnReader | undefined {
    const reader = this.#chain.reader;
    const begun = reader !== undefined && !(reader instanceof GroupReader);
    return begun && reader.progress.state !== 'starting' ? reader : undefined;
  }

  /** The user has stopped it before its end. */
  get #canGoOn(): boolean {
    const ended = this.#state !== 'stopped' || this.#message !== undefined;
    const partitions = this.#standing?.progress.partitions ?? [];
    return !ended && partitions.some(({ position }) => position !== undefined);
  }

  async #read(signal: AbortSignal, plans: FindPlans): Promise<void> {
    const { connect, log, t } = this.#options;
    const current = (): boolean => !signal.aborted;
    try {
      const client = await connect();
      if (!current()) return;
      this.#client = client;
      const readPlans = await plans(client, signal);
      if (!current()) return;
      const reader = await openReader(
        client,
        readPlans,
        { group: this.#group, maySeek: this.#asked },
        {
          batch: (batch) => {
            if (current()) this.#options.batch(batch);
          },
          changed: () => {
            if (current()) this.#options.changed();
          },
        },
        log,
        signal,
      );
      if (!current()) return;
      this.#chain.add(reader);
      this.#readPlans = readPlans;
      this.#next = undefined;
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
      if (!current()) return;
      // Not we: the cluster was disconnected while this connected.
      if (isAbort(error)) {
        this.#set('stopped');
        return;
      }
      log.error(`tail ${this.#options.target.topic}: ${String(error)}`);
      this.#set('failed', toUserError(error, t).text);
    }
  }

  pause(paused: boolean): void {
    if (this.#state === 'stopped' || this.#state === 'failed') return;
    this.#paused = paused;
    if (paused) this.#chain.reader?.pause();
    else this.#chain.reader?.resume();
    if (this.#state !== 'starting') this.#set(paused ? 'paused' : 'reading');
  }

  /** What was read is forgotten: from here on counts what is shown. */
  clear(): void {
    this.#cleared = positionsOf(this.#chain.reader?.progress);
  }

  /** Ends reading and closes its connections. */
  stop(): void {
    this.#stopReading.abort();
    if (this.#state !== 'failed') this.#set('stopped');
  }

  /** @param awaited the record that is to be shown and has not come yet */
  status(awaited?: AwaitedRecord): TailReadStatus {
    const { target, t, locale } = this.#options;
    const read = {
      state: this.#state,
      message: this.#message,
      awaited,
      plan: this.plan,
      group: this.#group?.id,
      committed: this.#committed,
      several: target.moreTopics !== undefined,
      progress: this.#chain.reader?.progress,
      soFar: this.#chain.soFar,
      canGoOn: this.#canGoOn,
      cleared: this.#cleared,
    };
    return tailReadStatus(read, t, locale);
  }

  #set(state: TailState, message?: string): void {
    this.#state = state;
    this.#message = message;
    this.#options.changed();
  }

  dispose(): void {
    this.#stopReading.abort();
  }
}
