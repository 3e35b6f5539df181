import { env, EventEmitter, l10n, type Disposable, type Uri, type WebviewPanel } from 'vscode';
import type { DecoderRegistry } from '../../core/serde/decoderRegistry.ts';
import type { Log } from '../../core/log.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import { toUserError } from '../../messages/userError.ts';
import { serveCalls, type RpcServer } from '../../protocol/rpcServer.ts';
import type { TailCalls, TailPushes } from '../../protocol/tail.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { tailChecks } from '../../protocol/tailChecks.ts';
import { loadPage } from '../webviewPage.ts';
import { RecordCopier } from './copy/recordCopier.ts';
import { FramePacer } from './framePacer.ts';
import { recordLink } from './link/recordLink.ts';
import type { OpenedTail } from './openedTail.ts';
import { RecordActions } from './recordActions.ts';
import { decodersOf, recordDecodings } from './recordDecodings.ts';
import type { RecordDocuments } from './recordDocuments.ts';
import { tailHandlers } from './tailHandlers.ts';
import type { AwaitedRecord } from './tailReadStatus.ts';
import type { RestoredRead, TailStartOptions } from './restoredRead.ts';
import { TailSession } from './tailSession.ts';
import { tailTitle } from './tailTitle.ts';
import type { TopicLooks } from './topicLooks.ts';
import { lookNameOf, topicsOf, type TailGroup, type TailTarget } from './tailTarget.ts';

/** How often rates and ends are told while nothing else changes. */
const heartbeatMs = 1_000;

export interface TailPanelOptions {
  readonly panel: WebviewPanel;
  readonly target: TailTarget;
  readonly extensionUri: Uri;
  readonly extensionId: string;
  /** Where the view was before the window was reloaded. */
  readonly restored?: RestoredRead;
  readonly budgetBytes: number;
  readonly connect: () => Promise<ClusterClient>;
  /** Opens a further view of the same topics. */
  readonly another: (plan: TailPlan) => void;
  readonly documents: RecordDocuments;
  readonly looks: TopicLooks;
  readonly decoders: DecoderRegistry;
  readonly log: Log;
}

/** One tail view: a page in the editor area and the session that reads for it. Ends with its panel. */
export class TailPanel implements OpenedTail {
  readonly panel: WebviewPanel;
  readonly #target: TailTarget;
  readonly #session: TailSession;
  readonly #server: RpcServer<TailPushes>;
  readonly #pacer: FramePacer;
  readonly #disposables: Disposable[];
  readonly #heartbeat: NodeJS.Timeout;
  readonly #readingChanged = new EventEmitter<void>();
  readonly onDidChangeReading = this.#readingChanged.event;
  #reading = true;
  #follow = 0;
  /** Rows up to here have been told. */
  #pushedEnd = 0;
  #ready = false;
  /** The record that was asked for, for a page that loads later. */
  #revealed: { readonly row: number; readonly epoch: number } | undefined;

  constructor(options: TailPanelOptions) {
    const { panel, target, connect, log, budgetBytes, looks, decoders } = options;
    this.panel = panel;
    this.#target = target;
    this.#pacer = new FramePacer({
      push: () => {
        this.#tellReading(!this.ended);
        this.#showTitle();
        this.#pushChange();
      },
      newRows: () => this.#session.endRow - this.#pushedEnd,
    });
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
    const actions = new RecordActions(
      target.cluster,
      options.documents,
      (row) => this.#session.record(row),
      () => this.#session.decodings,
    );
    const copier = new RecordCopier(
      {
        cluster: target.cluster,
        bootstrapServers: () => this.#session.read.bootstrapServers,
        record: (row) => this.#session.record(row),
        decodings: () => this.#session.decodings,
        block: (record) => actions.block(record),
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
    const chosen = looks.get(target.cluster, lookNameOf(target))?.decoders;
    this.#session.decodings = recordDecodings(decodersOf(target, chosen), decoders, l10n.t);
    this.#server = serveCalls<TailCalls, TailPushes>(
      tailChecks,
      tailHandlers({
        ...{ target, connect, looks, decoders, log, actions, copier },
        session: this.#session,
        ready: () => this.#start(),
        follow: (rows) => (this.#follow = rows),
        another: () => options.another(this.plan),
        restart: (plan, awaited, how) => this.restart(plan, awaited, how),
      }),
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
    loadPage(panel.webview, options.extensionUri, 'tail', topicsOf(target).join(', '));
    const { restored } = options;
    this.#session.start(target, restored?.place, restored);
    if (restored?.viewFilter) {
      this.#session.view({ filter: restored.viewFilter }, undefined).catch((error: unknown) => {
        log.error(`tail view, its filter: ${String(error)}`);
      });
    }
  }

  /** Nothing is read any more: it was stopped, came to its end, or failed. */
  get ended(): boolean {
    const { state } = this.#session.status();
    return state === 'stopped' || state === 'failed';
  }

  get reading(): boolean {
    return this.#reading;
  }

  stop(): void {
    this.#session.stop();
  }

  reveal(): void {
    this.panel.reveal();
  }

  #tellReading(isReading: boolean): void {
    if (this.#reading === isReading) return;
    this.#reading = isReading;
    this.#readingChanged.fire();
  }

  /** Reads again, perhaps something else. @param awaited a record to reveal, where the plan does not name it */
  restart(
    plan: TailPlan & { readonly group?: TailGroup },
    awaited?: AwaitedRecord,
    how?: TailStartOptions,
  ): void {
    this.#session.start(plan, awaited, how);
  }

  /** What is being read. */
  get plan(): TailPlan {
    return this.#session.read.plan;
  }

  /** Other partitions may be read by now, from elsewhere, than what it was opened for. */
  get shown(): TailTarget {
    const { cluster, topic, moreTopics, group } = this.#target;
    const same = { cluster, topic, ...(moreTopics && { moreTopics }), ...(group && { group }) };
    return { ...same, ...this.plan };
  }

  #showTitle(): void {
    const title = tailTitle(this.shown, l10n.t);
    if (this.panel.title !== title) this.panel.title = title;
  }

  /** Only a visible page is told: a hidden one asks again with `ready` or `rows` when it is shown. */
  #pushChange(): void {
    this.#pushedEnd = this.#session.endRow;
    if (!this.#ready || !this.panel.visible) return;
    this.#server.push('changed', this.#session.changed(this.#follow));
  }

  /** The page has loaded. */
  #start(): void {
    this.#ready = true;
    const { row, epoch } = this.#revealed ?? {};
    // In another epoch that row is another record.
    if (row !== undefined && epoch === this.#session.epoch) this.#reveal(row);
  }

  #reveal(row: number): void {
    this.#revealed = { row, epoch: this.#session.epoch };
    if (this.#ready) this.#server.push('reveal', { row });
  }

  #dispose(): void {
    this.#tellReading(false);
    this.#readingChanged.dispose();
    clearInterval(this.#heartbeat);
    this.#pacer.dispose();
    this.#server.dispose();
    this.#session.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
