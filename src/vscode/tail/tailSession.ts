import { isAbort } from '../../core/kafkaError.ts';
import type { Log } from '../../core/log.ts';
import { RecordStore } from '../../core/record/recordStore.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import { endSentence, goneSentence } from './readSentences.ts';
import { TopicReader } from '../../kafka/read/topicReader.ts';
import type { Translate } from '../../messages/translate.ts';
import { toUserError } from '../../messages/userError.ts';
import type {
  PartitionStatus,
  RecordDetails,
  TailRows,
  TailStart,
  TailState,
  TailStatus,
} from '../../protocol/tail.ts';
import { recordDetails, tailRows } from './tailRows.ts';
import type { TailTarget } from './tailTarget.ts';

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
  readonly #options: TailSessionOptions;
  readonly #store: RecordStore;
  #from: TailStart;
  #reader: TopicReader | undefined;
  #stopReading = new AbortController();
  #state: TailState = 'starting';
  #message: string | undefined;
  #epoch = Date.now();
  #paused = false;
  #startRow = 0;
  #client: ClusterClient | undefined;

  constructor(options: TailSessionOptions) {
    this.#options = options;
    this.#from = options.target.from;
    this.#store = new RecordStore(options.budgetBytes);
  }

  get from(): TailStart {
    return this.#from;
  }

  /** The addresses of the cluster's saved profile, once it was connected to. */
  get bootstrapServers(): readonly string[] {
    return this.#client?.profile.bootstrapServers ?? [];
  }

  /** The row that the next record will get. */
  get endRow(): number {
    return this.#store.endRow;
  }

  /** Reads from `from`; what was read before is forgotten. */
  start(from: TailStart): void {
    this.#stopReading.abort();
    this.#stopReading = new AbortController();
    this.#from = from;
    this.#forget();
    this.#paused = false;
    this.#reader = undefined;
    this.#set('starting');
    void this.#read(this.#stopReading.signal);
  }

  async #read(signal: AbortSignal): Promise<void> {
    const { connect, log, t } = this.#options;
    const current = (): boolean => !signal.aborted;
    let awaited = this.#from.kind === 'offset' ? this.#from : undefined;
    try {
      const client = await connect();
      if (!current()) return;
      this.#client = client;
      const reader = new TopicReader(
        client,
        this.#plan(),
        {
          batch: (batch) => {
            if (!current()) return;
            this.#store.append(batch);
            if (awaited !== undefined) {
              const row = this.#store.find(awaited.partition, BigInt(awaited.offset));
              if (row !== undefined) {
                awaited = undefined;
                this.#options.reveal(row);
              }
            }
            this.#options.changed();
          },
          changed: () => {
            if (current()) this.#options.changed();
          },
        },
        { log },
      );
      this.#reader = reader;
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

  #plan(): ReadPlan {
    const { topic, partitions } = this.#options.target;
    const from = this.#from;
    const to = { kind: 'never' } as const;
    switch (from.kind) {
      case 'now':
        return { topic, from: { kind: 'latest' }, to, ...(partitions && { partitions }) };
      case 'beginning':
        return { topic, from: { kind: 'earliest' }, to, ...(partitions && { partitions }) };
      case 'offset':
        return {
          topic,
          partitions: [from.partition],
          from: { kind: 'offsets', offsets: new Map([[from.partition, BigInt(from.offset)]]) },
          to,
        };
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
    this.#forget();
    this.#options.changed();
  }

  #forget(): void {
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
    return { epoch: this.#epoch, ...tailRows(this.#store, first, count, this.#options.t) };
  }

  record(row: number): RecordView | undefined {
    const stored = this.#store.row(row);
    return stored?.kind === 'record' ? stored.record : undefined;
  }

  details(row: number): RecordDetails | undefined {
    const record = this.record(row);
    return record === undefined ? undefined : recordDetails(record);
  }

  status(): TailStatus {
    const progress = this.#reader?.progress;
    const reading = this.#state === 'reading';
    const message = this.#message ?? goneSentence(progress, this.#options.t);
    return {
      state: this.#state,
      ...(message === undefined ? {} : { message }),
      from: this.#from,
      startRow: this.#startRow,
      firstRow: this.#store.firstRow,
      endRow: this.#store.endRow,
      epoch: this.#epoch,
      partitions: (progress?.partitions ?? []).map((partition): PartitionStatus => {
        const { position = 0n, end = position, problem } = partition;
        return {
          partition: partition.partition,
          position: String(position),
          end: String(end),
          ...(problem === undefined ? {} : { problem: this.#sentence(problem) }),
        };
      }),
      storedBytes: this.#store.storedBytes,
      budgetBytes: this.#options.budgetBytes,
      recordsPerSecond: reading ? (progress?.recordsPerSecond ?? 0) : 0,
      bytesPerSecond: reading ? (progress?.bytesPerSecond ?? 0) : 0,
    };
  }

  #sentence(error: unknown): string {
    return toUserError(error, this.#options.t).text;
  }

  #set(state: TailState, message?: string): void {
    this.#state = state;
    this.#message = message;
    this.#options.changed();
  }

  dispose(): void {
    this.#stopReading.abort();
    this.#store.clear();
  }
}
