import { randomBytes } from 'node:crypto';
import { env, l10n, Uri, type Disposable, type WebviewPanel } from 'vscode';
import type { DecoderRegistry } from '../../core/serde/decoderRegistry.ts';
import type { Log } from '../../core/log.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import { decoderLabel } from '../../messages/decoderTexts.ts';
import { tailStrings } from '../../messages/tailStrings.ts';
import { toUserError } from '../../messages/userError.ts';
import { pageHtml } from '../../protocol/pageHtml.ts';
import { serveCalls, type RpcServer } from '../../protocol/rpcServer.ts';
import type {
  RawForm,
  RecordDetails,
  TailCalls,
  TailPushes,
  TailStatus,
} from '../../protocol/tail.ts';
import type { TailLook } from '../../protocol/tailLook.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { tailChecks } from '../../protocol/tailChecks.ts';
import type { Handlers } from '../../protocol/rpc.ts';
import { askDecoder } from './askDecoder.ts';
import { askPlan } from './askPlan.ts';
import { RecordCopier } from './copy/recordCopier.ts';
import { exportView } from './exportView.ts';
import { celNames } from './fields/celNames.ts';
import { askField } from './fields/askField.ts';
import { lookFields } from './fields/lookFields.ts';
import { sampleFields } from './fields/sampleFields.ts';
import { checkFilter } from './checkFilter.ts';
import { FramePacer } from './framePacer.ts';
import { recordLink } from './link/recordLink.ts';
import { nextSameKey } from './nextSameKey.ts';
import { RecordActions } from './recordActions.ts';
import { recordDecodings } from './recordDecodings.ts';
import type { RecordDocuments } from './recordDocuments.ts';
import { rowAtTime } from './rows/rowAtTime.ts';
import { TailSession, type AwaitedRecord, type RestoredRead } from './tailSession.ts';
import type { TopicLooks } from './topicLooks.ts';
import { testFilter } from './testFilter.ts';
import { topicsOf, type TailGroup, type TailTarget } from './tailTarget.ts';

/** How often rates and ends are told while nothing else changes. */
const heartbeatMs = 1_000;
/** How long before a record *Show Around This Time* starts. */
const aroundMs = 60_000;
/** In so many of the newest records fields are looked for that a column could show. */
const sampledRows = 200;

export interface TailPanelOptions {
  readonly panel: WebviewPanel;
  readonly target: TailTarget;
  readonly extensionUri: Uri;
  readonly extensionId: string;
  /** Where the view was before the window was reloaded. */
  readonly restored?: RestoredRead;
  readonly budgetBytes: number;
  readonly connect: () => Promise<ClusterClient>;
  readonly documents: RecordDocuments;
  readonly looks: TopicLooks;
  readonly decoders: DecoderRegistry;
  readonly log: Log;
}

/** One tail view: a page in the editor area and the session that reads for it. Ends with its panel. */
export class TailPanel {
  readonly target: TailTarget;
  readonly panel: WebviewPanel;
  readonly #connect: () => Promise<ClusterClient>;
  readonly #session: TailSession;
  readonly #actions: RecordActions;
  readonly #copier: RecordCopier;
  readonly #looks: TopicLooks;
  readonly #decoders: DecoderRegistry;
  readonly #server: RpcServer<TailPushes>;
  readonly #pacer: FramePacer;
  readonly #log: Log;
  readonly #disposables: Disposable[];
  readonly #heartbeat: NodeJS.Timeout;
  #follow = 0;
  #ready = false;
  #revealed: number | undefined;

  constructor(options: TailPanelOptions) {
    const { panel, target, connect, log, budgetBytes } = options;
    this.panel = panel;
    this.target = target;
    this.#connect = connect;
    this.#log = log;
    this.#looks = options.looks;
    this.#decoders = options.decoders;
    this.#pacer = new FramePacer(() => this.#pushChange());
    this.#session = new TailSession({
      target,
      budgetBytes,
      connect,
      log,
      t: l10n.t,
      locale: env.language,
      changed: () => this.#pacer.request(),
      reveal: (row) => this.#reveal(row),
    });
    this.#actions = new RecordActions(
      target.cluster,
      options.documents,
      (row) => this.#session.record(row),
      () => this.#session.decodings,
    );
    this.#copier = new RecordCopier(
      {
        cluster: target.cluster,
        bootstrapServers: () => this.#session.bootstrapServers,
        record: (row) => this.#session.record(row),
        decodings: () => this.#session.decodings,
        block: (record) => this.#actions.block(record),
        link: ({ topic, partition, offset }) =>
          recordLink(env.uriScheme, options.extensionId, {
            cluster: target.cluster,
            topic,
            partition,
            offset: String(offset),
          }),
      },
      l10n.t,
    );
    this.#decode(this.#looks.get(target.cluster, lookName(target)));
    this.#server = serveCalls<TailCalls, TailPushes>(
      tailChecks,
      this.#handlers(),
      (message) => panel.webview.postMessage(message),
      (error, call) => {
        log.error(`tail page, ${call}: ${String(error)}`);
        return toUserError(error, l10n.t).text;
      },
    );
    this.#disposables = [
      panel.webview.onDidReceiveMessage((message) => this.#server.receive(message)),
      panel.onDidChangeViewState(() => this.#pacer.request()),
    ];
    this.#heartbeat = setInterval(() => this.#pacer.request(), heartbeatMs);
    panel.onDidDispose(() => this.#dispose());
    panel.webview.html = this.#html(options.extensionUri);
    this.#session.start(target, options.restored?.place, options.restored);
  }

  /** Nothing is read any more: it was stopped, came to its end, or failed. */
  get ended(): boolean {
    const { state } = this.#session.status();
    return state === 'stopped' || state === 'failed';
  }

  /** Reads again, perhaps something else. @param awaited a record to reveal, where the plan does not name it */
  restart(plan: TailPlan & { readonly group?: TailGroup }, awaited?: AwaitedRecord): void {
    this.#revealed = undefined;
    this.#session.start(plan, awaited);
  }

  /** What is being read. */
  get plan(): TailPlan {
    return this.#session.plan;
  }

  /** Reads from shortly before a record's time and shows it among its neighbours. */
  #around(row: number): boolean {
    const record = this.#session.record(row);
    const place = this.#placeOf(row);
    if (record === undefined || place === undefined) return false;
    const { partition, timestampMs } = record;
    const from =
      timestampMs < 0
        ? ({ kind: 'offset', partition, offset: place.offset } as const)
        : ({ kind: 'time', timestampMs: Math.max(0, timestampMs - aroundMs) } as const);
    const { isolation } = this.plan;
    this.#revealed = undefined;
    this.#session.start({ from, ...(isolation && { isolation }) }, place, { unfiltered: true });
    return true;
  }

  /** Decodes keys and values as the user last chose for the topic. */
  #decode(look: TailLook | undefined): void {
    this.#session.decodings = recordDecodings(look?.decoders ?? {}, this.#decoders, l10n.t);
  }

  /** A record in full, decoded by choice or all of it in one form. */
  #details(row: number, as: RawForm | undefined): RecordDetails | undefined {
    if (as === undefined) return this.#session.details(row);
    const all = { key: as, value: as, header: as };
    return this.#session.details(row, recordDecodings(all, this.#decoders, l10n.t));
  }

  #html(extensionUri: Uri): string {
    const { webview } = this.panel;
    const root = Uri.joinPath(extensionUri, 'dist', 'webview');
    webview.options = { enableScripts: true, localResourceRoots: [root] };
    return pageHtml({
      nonce: randomBytes(16).toString('base64'),
      cspSource: webview.cspSource,
      scriptUri: String(webview.asWebviewUri(Uri.joinPath(root, 'tail.js'))),
      styleUri: String(webview.asWebviewUri(Uri.joinPath(root, 'tail-style.css'))),
      title: topicsOf(this.target).join(', '),
      lang: env.language,
    });
  }

  #handlers(): Handlers<TailCalls> {
    const session = this.#session;
    const answering = (act: () => void): TailStatus => {
      act();
      return session.status();
    };
    return {
      ready: () => {
        this.#ready = true;
        if (this.#revealed !== undefined) this.#reveal(this.#revealed);
        const look = this.#looks.get(this.target.cluster, lookName(this.target));
        session.fields = lookFields(look);
        return {
          cluster: this.target.cluster,
          topic: this.target.topic,
          ...(this.target.moreTopics && { moreTopics: this.target.moreTopics }),
          plan: session.plan,
          ...(look && { look }),
          decoders: this.#decoders.names.map((name) => ({
            name,
            label: decoderLabel(name, l10n.t),
          })),
          status: session.status(),
          strings: tailStrings(l10n.t),
          locale: env.language,
        };
      },
      rows: ({ first, count }) => session.rows(first, count),
      details: ({ row, as }) => this.#details(row, as),
      follow: ({ rows }) => {
        this.#follow = rows;
        return undefined;
      },
      restart: ({ plan, keep }) =>
        answering(() => {
          if (!session.goOn(plan)) this.restart(plan, this.#placeOf(keep));
        }),
      ask: ({ what, plan }, signal) => askPlan(what, plan, this.target, this.#connect, signal),
      askDecoder: ({ part, now }) => askDecoder(part, now, this.target, this.#decoders.names),
      pause: ({ paused }) => answering(() => session.pause(paused)),
      remember: async ({ look }) => {
        session.fields = lookFields(look);
        this.#decode(look);
        await this.#looks.set(this.target.cluster, lookName(this.target), look);
        return undefined;
      },
      askField: ({ row }) => askField(sampleFields(this.#sampled(row))),
      scanOn: () => answering(() => session.scanOn()),
      export: async () => {
        const target = { ...this.target, ...session.plan };
        await exportView(target, session, this.#connect, this.#log);
        return undefined;
      },
      times: () => session.times,
      findTime: ({ fromMs, toMs }, signal) => rowAtTime(session, fromMs, toMs, signal),
      clear: () => answering(() => session.clear()),
      stop: () => answering(() => session.stop()),
      copy: (request, signal) => this.#copier.copy(request, signal),
      open: ({ row, part }) => this.#actions.open(row, part),
      produceAgain: ({ row }) => this.#actions.produceAgain(row),
      compare: ({ left, right }) => this.#actions.compare(left, right),
      around: ({ row }) => this.#around(row),
      view: ({ view, row }) => session.view(view, row),
      test: ({ filter, row }) => {
        const place = session.place(row);
        return place && testFilter(filter, place.batch, place.index, l10n.t);
      },
      names: () => celNames(sampleFields(this.#sampled(undefined))),
      check: ({ filter }) => checkFilter(filter),
      find: ({ filter, row, backwards }, signal) =>
        session.find(filter, { row, backwards }, signal),
      nextSameKey: ({ row }, signal) => nextSameKey(session, row, signal),
    };
  }

  /** Where a row's record is; undefined once it was dropped. */
  #placeOf(row: number | undefined): AwaitedRecord | undefined {
    const record = row === undefined ? undefined : this.#session.record(row);
    return (
      record && { topic: record.topic, partition: record.partition, offset: String(record.offset) }
    );
  }

  /** A record, or the newest ones. */
  #sampled(row: number | undefined): RecordView[] {
    const { endRow } = this.#session;
    const first = row ?? Math.max(this.#session.firstRow, endRow - sampledRows);
    const records: RecordView[] = [];
    for (let at = first; at < (row === undefined ? endRow : row + 1); at++) {
      const record = this.#session.record(at);
      if (record !== undefined) records.push(record);
    }
    return records;
  }

  /** Only a visible page is told: a hidden one asks again with `ready` or `rows` when it is shown. */
  #pushChange(): void {
    if (!this.#ready || !this.panel.visible) return;
    const status = this.#session.status();
    const newest =
      this.#follow === 0
        ? undefined
        : this.#session.rows(Math.max(0, status.endRow - this.#follow), this.#follow);
    this.#server.push('changed', newest === undefined ? status : { ...status, newest });
  }

  #reveal(row: number): void {
    this.#revealed = row;
    if (this.#ready) this.#server.push('reveal', { row });
  }

  #dispose(): void {
    clearInterval(this.#heartbeat);
    this.#pacer.dispose();
    this.#server.dispose();
    this.#session.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** Views of several topics are remembered apart from those of one. */
function lookName(target: TailTarget): string {
  return topicsOf(target).join(', ');
}
