import type { TailCalls, TailPushes, TailSetup } from '../../src/protocol/tail.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TimeStyle } from '../../src/protocol/tailLook.ts';
import type { Formats } from '../shared/formats.ts';
import { LiveRegion } from '../shared/liveRegion.ts';
import type { RpcClient } from '../shared/rpcClient.ts';
import { Announcer } from './announcer.ts';
import { FollowPill } from './followPill.ts';
import { Notice } from './notice.ts';
import type { PageCommands } from './pageCommands.ts';
import { PlanText } from './planText.ts';
import { StatusBar } from './statusBar.ts';
import { TimelinePane } from './timelinePane.ts';
import { Toolbar } from './toolbar.ts';
import type { Viewport } from './viewport.ts';

export interface PageBarsEvents {
  follow(following: boolean): void;
  /** Back to the records. */
  leave(): void;
  /** Something that is remembered for the topic has changed. */
  remember(): void;
  /** Something else stands in the filter's field. */
  typed(): void;
  timeStyle(): TimeStyle;
}

/** What stands around the records and tells how things are: it follows them a frame later. */
export class PageBars {
  readonly toolbar: Toolbar;
  readonly timeline: TimelinePane;
  readonly notice: Notice;
  readonly pill: FollowPill;
  readonly status: StatusBar;
  readonly live = new LiveRegion();
  readonly #viewport: Viewport;
  readonly #commands: PageCommands;
  readonly #announcer: Announcer;
  #frame = 0;

  /** @param topics all that are shown */
  constructor(
    rpc: RpcClient<TailCalls, TailPushes>,
    setup: TailSetup,
    topics: readonly string[],
    formats: Formats,
    viewport: Viewport,
    commands: PageCommands,
    events: PageBarsEvents,
  ) {
    const { cluster, strings } = setup;
    const { read, view, record, decode } = commands;
    this.#viewport = viewport;
    this.#commands = commands;
    this.toolbar = new Toolbar(setup, topics, formats, {
      read: (plan) => read.read(plan),
      ask: (what) => read.ask(what),
      find: (filter, backwards) => void record.find(filter, backwards, viewport),
      filter: (filter) => view.filter(filter),
      scan: (filter) => read.scan(filter),
      sort: (order) => view.sort(order),
      test: (filter) => view.test(filter),
      saved: (filters) => view.save(filters),
      names: () => rpc.call('names', undefined),
      say: (text) => this.live.say(text),
      scanOn: () => read.scanOn(),
      typed: (filter) => {
        view.typed(filter);
        events.typed();
      },
      leave: () => events.leave(),
      pause: (paused) => read.pause(paused),
      stop: () => read.stop(),
      clear: () => read.clear(),
      follow: (following) => events.follow(following),
      chosen: () => decode.chosen,
      askDecoder: (part) => decode.ask(part),
      export: () => record.export(),
      another: () => read.another(),
      timelineShown: () => !this.timeline.element.hidden,
      toggleTimeline: () => this.timeline.toggle(),
    });
    this.timeline = new TimelinePane(rpc, setup, formats, {
      jump: (span) => record.showTime(span),
      read: (span) => read.readTime(span),
      toggled: () => events.remember(),
      timeStyle: () => events.timeStyle(),
    });
    this.notice = new Notice(cluster, topics.join(', '), strings, new PlanText(strings, formats), {
      again: () => read.again(),
      readFromBeginning: () => read.fromBeginning(),
      resume: () => read.pause(false),
    });
    this.pill = new FollowPill(strings, formats, () => events.follow(true));
    this.status = new StatusBar(strings, formats);
    this.#announcer = new Announcer(this.live, strings, formats);
  }

  /** Says something where everybody sees or hears it. */
  say(text: string): void {
    this.notice.tell(text);
    this.live.say(text);
  }

  /** Tells how many rows are selected. @param aloud to a screen reader, too */
  select(count: number, aloud: boolean): void {
    const text = this.status.select(count);
    if (aloud) this.live.say(text);
  }

  /** Draws them anew with the next frame: the rows are what must not wait. @param now how things are then */
  update(now: () => { readonly status: TailStatus; readonly startRow: number }): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const { status, startRow } = now();
      const { following, unseen } = this.#viewport;
      const { plan } = this.#commands.read;
      this.pill.update(unseen, following);
      this.toolbar.update({ status, plan, following });
      this.timeline.update(status);
      this.status.update(status, startRow);
      this.notice.update(status, plan);
      this.#announcer.update(status, following, unseen);
    });
  }
}
