import { isAbort } from '../../core/kafkaError.ts';
import type { Log } from '../../core/log.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import { resumePlan } from '../../kafka/read/resumePlan.ts';
import { TopicReader } from '../../kafka/read/topicReader.ts';
import type { Translate } from '../../messages/translate.ts';
import { toUserError } from '../../messages/userError.ts';
import { samePlan } from '../../protocol/samePlan.ts';
import type { TailState } from '../../protocol/tailStatus.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { goOnPlan } from './goOnPlan.ts';
import { openReader, type TailReader } from './openReader.ts';
import { readPlanOf } from './readPlanOf.ts';
import { endSentence } from './readSentences.ts';
import { restoredPlan } from './restoredPlan.ts';
import { scanStarts, topicStarts, type ScanStarts } from './scanStatus.ts';
import { tailReadStatus, type AwaitedRecord, type TailReadStatus } from './tailReadStatus.ts';
import type { TailGroup, TailTarget } from './tailTarget.ts';

export interface TailReadOptions {
  readonly target: TailTarget;
  readonly connect: () => Promise<ClusterClient>;
  readonly log: Log;
  readonly t: Translate;
  /** In which numbers are written. */
  readonly locale: string;
  /** Records have arrived. */
  readonly batch: (batch: RecordBatch) => void;
  /** Something in {@link TailRead.status} changed. May be called for every batch. */
  readonly changed: () => void;
}

/** What a tail view reads and how far it is: one reader after another, over a connection that is made when needed. */
export class TailRead {
  readonly #options: TailReadOptions;
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
  #paused = false;
  /** Records that readers before this one have handed on and seen, since the read was started. */
  #handedOn = 0;
  #seen = 0;
  /** Where the parts before a read that goes on began. */
  #scanStarts: ScanStarts = new Map();
  /** Where the partitions stood when the view was cleared. */
  #cleared: ReadonlyMap<number, bigint | undefined> = new Map();
  #client: ClusterClient | undefined;

  constructor(options: TailReadOptions) {
    this.#options = options;
    this.#plan = options.target;
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

  /**
   * Reads what `plan` says, and nothing else any more.
   *
   * @param starts where a read from now on began before a reload, by partition (decimal strings)
   */
  start(
    plan: TailPlan & { readonly group?: TailGroup },
    starts: Readonly<Record<string, string>> | undefined,
  ): void {
    this.#stopReading.abort();
    this.#stopReading = new AbortController();
    this.#plan = plan;
    this.#asked = 'group' in plan;
    this.#group = plan.group ?? this.#group;
    this.#paused = false;
    this.#reader = undefined;
    this.#handedOn = this.#seen = 0;
    this.#scanStarts = new Map();
    this.#cleared = new Map();
    this.#set('starting');
    void this.#read(this.#stopReading.signal, restoredPlan(this.#options.target, plan, starts));
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
    this.#plan = plan;
    if (next.limit === 0) {
      // Its reader stays, and with it what that has counted.
      this.#set('stopped', endSentence({ kind: 'limit' }, t));
    } else {
      this.#set('starting');
      void this.#read(this.#stopReading.signal, next, reader);
    }
    return true;
  }

  /** For a read from "15 minutes ago": where that was, by partition of a topic; undefined while it is not known. */
  starts(topic: string): ReadonlyMap<number, bigint> | undefined {
    const progress = this.#plan.from.kind === 'ago' ? this.#reader?.progress : undefined;
    return progress && topicStarts(progress, this.#scanStarts, topic);
  }

  /** Goes on with a scan that was stopped, where it stopped; what it has found stays. */
  scanOn(): void {
    const reader = this.#reader;
    if (!this.#canGoOn || !(reader instanceof TopicReader) || !this.#readPlan) return;
    const next = resumePlan(this.#readPlan, reader.progress);
    if (next === undefined) return;
    this.#stopReading = new AbortController();
    this.#set('starting');
    void this.#read(this.#stopReading.signal, next, reader);
  }

  /** A read of one topic that the user has stopped before its end. */
  get #canGoOn(): boolean {
    const reader = this.#reader;
    const ended = this.#state !== 'stopped' || this.#message !== undefined;
    if (ended || !(reader instanceof TopicReader)) return false;
    return reader.progress.partitions.some(({ position }) => position !== undefined);
  }

  /** What a reader has counted stays, as another takes its place and goes on. */
  #follow({ progress }: TopicReader): void {
    this.#scanStarts = scanStarts(progress, this.#scanStarts);
    this.#handedOn += progress.records;
    this.#seen += progress.seen;
  }

  /** @param before the reader that this one goes on from; until this one is there, it is what is shown */
  async #read(signal: AbortSignal, readPlan?: ReadPlan, before?: TopicReader): Promise<void> {
    const { connect, log, t } = this.#options;
    const current = (): boolean => !signal.aborted;
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
      if (before !== undefined) this.#follow(before);
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
    if (paused) this.#reader?.pause();
    else this.#reader?.resume();
    if (this.#state !== 'starting') this.#set(paused ? 'paused' : 'reading');
  }

  /** What was read is forgotten: from here on counts what is shown. */
  clear(): void {
    const partitions = this.#reader?.progress?.partitions ?? [];
    this.#cleared = new Map(partitions.map(({ partition, position }) => [partition, position]));
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
      several: target.moreTopics !== undefined,
      progress: this.#reader?.progress,
      handedOn: this.#handedOn,
      seen: this.#seen,
      scanStarts: this.#scanStarts,
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
