import { env, l10n } from 'vscode';
import type { Log } from '../../core/log.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import type { DecoderRegistry } from '../../core/serde/decoderRegistry.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import { decoderLabel } from '../../messages/decoderTexts.ts';
import { tailStrings } from '../../messages/tailStrings.ts';
import type { Handlers } from '../../protocol/rpc.ts';
import type { RawForm, RecordDetails } from '../../protocol/recordDetails.ts';
import type { TailCalls } from '../../protocol/tail.ts';
import type { TailStatus } from '../../protocol/tailStatus.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { showError } from '../commandRegistrar.ts';
import { askDecoder } from './askDecoder.ts';
import { askPlan } from './askPlan.ts';
import { checkFilter } from './checkFilter.ts';
import type { RecordCopier } from './copy/recordCopier.ts';
import { exportView } from './exportView.ts';
import { askField } from './fields/askField.ts';
import { celNames } from './fields/celNames.ts';
import { lookFields } from './fields/lookFields.ts';
import { sampleFields } from './fields/sampleFields.ts';
import { nextSameKey } from './nextSameKey.ts';
import type { RecordActions } from './recordActions.ts';
import { decodersOf, recordDecodings } from './recordDecodings.ts';
import { rowAtTime } from './rows/rowAtTime.ts';
import type { AwaitedRecord } from './tailReadStatus.ts';
import type { TailStartOptions } from './restoredRead.ts';
import type { TailSession } from './tailSession.ts';
import { lookNameOf, type TailTarget } from './tailTarget.ts';
import { testFilter } from './testFilter.ts';
import type { TopicLooks } from './topicLooks.ts';
import { triedDecoders } from './triedDecoders.ts';

/** How long before a record *Show Around This Time* starts. */
const aroundMs = 60_000;
/** In so many of the newest records fields are looked for that a column could show. */
const sampledRows = 200;
/** As many rows as a large window shows: a page's first drawing has them. */
const firstRows = 60;

/** What a tail view's page is answered from. */
export interface TailHost {
  readonly target: TailTarget;
  readonly session: TailSession;
  readonly actions: RecordActions;
  readonly copier: RecordCopier;
  readonly looks: TopicLooks;
  readonly decoders: DecoderRegistry;
  readonly connect: () => Promise<ClusterClient>;
  readonly log: Log;
  /** The page has loaded. */
  ready(): void;
  /** The page shows so many of the newest rows while it follows. */
  follow(rows: number): void;
  /** Opens a further view that reads the same. */
  another(): void;
  /** Reads again, perhaps something else. */
  restart(plan: TailPlan, awaited?: AwaitedRecord, how?: TailStartOptions): void;
}

/** What a tail view's page may call. */
export function tailHandlers(host: TailHost): Handlers<TailCalls> {
  const { target, session, actions, copier, looks, decoders, connect, log } = host;
  const answering = (act: () => void): TailStatus => {
    act();
    return session.status();
  };
  return {
    ready: () => {
      host.ready();
      const look = looks.get(target.cluster, lookNameOf(target));
      session.fields = lookFields(look);
      return {
        cluster: target.cluster,
        topic: target.topic,
        ...(target.moreTopics && { moreTopics: target.moreTopics }),
        plan: session.read.plan,
        ...(look && { look }),
        decoders: decoders.names.map((name) => ({ name, label: decoderLabel(name, l10n.t) })),
        status: session.changed(firstRows),
        strings: tailStrings(l10n.t),
        locale: env.language,
      };
    },
    rows: ({ first, count }) => session.rows(first, count),
    details: ({ row, as }) => detailsOf(host, row, as),
    follow: ({ rows }) => {
      host.follow(rows);
      return undefined;
    },
    restart: ({ plan, keep }) =>
      answering(() => {
        if (session.read.goOn(plan)) return;
        const { place, starts } = session.unbegun(plan) ?? {};
        host.restart(plan, placeOf(session, keep) ?? place, starts && { starts });
      }),
    ask: ({ what, plan }, signal) => askPlan(what, plan, target, connect, signal),
    askDecoder: ({ part, now }) => askDecoder(part, now, target, decoders.names),
    tryDecoders: ({ row, part }) =>
      triedDecoders(session.record(row)?.[part](), part, decoders, l10n.t),
    pause: ({ paused }) => answering(() => session.read.pause(paused)),
    remember: async ({ look }) => {
      session.fields = lookFields(look);
      session.decodings = recordDecodings(decodersOf(target, look.decoders), decoders, l10n.t);
      await looks.set(target.cluster, lookNameOf(target), look);
      return undefined;
    },
    askField: ({ row }) => askField(sampleFields(sampled(session, row))),
    scanOn: () => answering(() => session.read.scanOn()),
    another: () => {
      host.another();
      return undefined;
    },
    export: async ({ ranges }) => {
      const { cluster, topic, moreTopics } = target;
      // Not what the target once read: the plan of now may have less of it.
      const now = { cluster, topic, ...(moreTopics && { moreTopics }), ...session.read.plan };
      try {
        await exportView(now, session, ranges, connect, log);
      } catch (error) {
        // By then the page may be gone; who closed it still wants to know.
        void showError(error, 'export', log);
      }
      return undefined;
    },
    times: (_none, signal) => session.times(signal),
    findTime: ({ fromMs, toMs }, signal) => rowAtTime(session, fromMs, toMs, signal),
    clear: () => answering(() => session.clear()),
    stop: () => answering(() => session.stop()),
    copy: (request, signal) => copier.copy(request, signal),
    open: ({ row, part }) => actions.open(row, part),
    produceAgain: ({ row }) => actions.produceAgain(row),
    compare: ({ left, right }) => actions.compare(left, right),
    around: ({ row }) => showAround(host, row),
    view: ({ view, row }) => session.view(view, row),
    test: ({ filter, row }) => {
      const place = session.place(row);
      return place && testFilter(filter, place.batch, place.index, l10n.t);
    },
    names: () => celNames(sampleFields(sampled(session, undefined))),
    check: ({ filter }) => checkFilter(filter),
    find: ({ filter, row, backwards }, signal) => session.find(filter, { row, backwards }, signal),
    nextSameKey: ({ row }, signal) => nextSameKey(session, row, signal),
  };
}

/** A record in full, decoded by choice or all of it in one form. */
function detailsOf(
  { session, decoders }: TailHost,
  row: number,
  as: RawForm | undefined,
): RecordDetails | undefined {
  if (as === undefined) return session.details(row);
  const all = { key: as, value: as, header: as };
  return session.details(row, recordDecodings(all, decoders, l10n.t));
}

/** Reads from shortly before a record's time and shows it among its neighbours. */
function showAround(host: TailHost, row: number): boolean {
  const { session } = host;
  const record = session.record(row);
  const place = placeOf(session, row);
  if (record === undefined || place === undefined) return false;
  const { partition, timestampMs } = record;
  const from =
    timestampMs < 0
      ? ({ kind: 'offset', partition, offset: place.offset } as const)
      : ({ kind: 'time', timestampMs: Math.max(0, timestampMs - aroundMs) } as const);
  const { isolation } = session.read.plan;
  host.restart({ from, ...(isolation && { isolation }) }, place, { unfiltered: true });
  return true;
}

/** Where a row's record is; undefined once it was dropped. */
function placeOf(session: TailSession, row: number | undefined): AwaitedRecord | undefined {
  const record = row === undefined ? undefined : session.record(row);
  return (
    record && { topic: record.topic, partition: record.partition, offset: String(record.offset) }
  );
}

/** A record, or the newest ones. */
function sampled(session: TailSession, row: number | undefined): RecordView[] {
  const { endRow } = session;
  const first = row ?? Math.max(session.firstRow, endRow - sampledRows);
  const records: RecordView[] = [];
  for (let at = first; at < (row === undefined ? endRow : row + 1); at++) {
    const record = session.record(at);
    if (record !== undefined) records.push(record);
  }
  return records;
}
