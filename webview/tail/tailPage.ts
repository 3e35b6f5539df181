import type {
  TailCalls,
  TailChanged,
  TailPushes,
  TailSetup,
  TailStatus,
} from '../../src/protocol/tail.ts';
import type { TailPageState } from '../../src/protocol/tailPageState.ts';
import { element } from '../shared/element.ts';
import { Formats } from '../shared/formats.ts';
import { LiveRegion } from '../shared/liveRegion.ts';
import type { RpcClient } from '../shared/rpcClient.ts';
import type { VscodeApi } from '../shared/vscodeApi.ts';
import { Announcer } from './announcer.ts';
import { DecodeCommands } from './decodeCommands.ts';
import { Details } from './details.ts';
import { DetailsLoader } from './detailsLoader.ts';
import { FollowCall } from './followCall.ts';
import { FollowPill } from './followPill.ts';
import { Grid } from './grid.ts';
import { LookMemory } from './lookMemory.ts';
import { Notice } from './notice.ts';
import { PageMemory } from './pageMemory.ts';
import { pagePlace } from './pagePlace.ts';
import { PlanText } from './planText.ts';
import { ReadCommands } from './readCommands.ts';
import { RecordCommands } from './recordCommands.ts';
import { rowMenu } from './rowMenu.ts';
import { RowSource } from './rowSource.ts';
import { startsAtNewest } from './scanPlan.ts';
import { SplitView } from './splitView.ts';
import { StatusBar } from './statusBar.ts';
import { TimelinePane } from './timelinePane.ts';
import { Toolbar } from './toolbar.ts';
import { ViewCommands } from './viewCommands.ts';
import { Viewport } from './viewport.ts';

/** The tail view's page: wires its parts to the host and to each other. */
export class TailPage {
  readonly element = element('div', 'page');
  readonly #setup: TailSetup;
  readonly #viewport = new Viewport();
  readonly #source: RowSource;
  readonly #grid: Grid;
  readonly #pill: FollowPill;
  readonly #reading: ReadCommands;
  readonly #commands: RecordCommands;
  readonly #decoding: DecodeCommands;
  readonly #details: Details;
  readonly #loader: DetailsLoader;
  readonly #toolbar: Toolbar;
  readonly #timeline: TimelinePane;
  readonly #look: LookMemory;
  readonly #statusBar: StatusBar;
  readonly #notice: Notice;
  readonly #views: ViewCommands;
  readonly #split: SplitView;
  readonly #followCall: FollowCall;
  readonly #announcer: Announcer;
  readonly #live = new LiveRegion();
  readonly #memory: PageMemory;
  #status: TailStatus;
  #startRow: number;
  #awaitedRow: number | undefined;
  #revealed: number | undefined;
  /** The record that the host reveals first was at the top edge before, not selected. */
  #restoresTop: boolean;
  #frame = 0;

  constructor(
    api: VscodeApi,
    rpc: RpcClient<TailCalls, TailPushes>,
    setup: TailSetup,
    saved: TailPageState | undefined,
  ) {
    const { strings, status } = setup;
    const formats = new Formats(setup.locale);
    const place = saved?.epoch === status.epoch ? saved : undefined;
    this.#setup = setup;
    this.#status = status;
    this.#restoresTop = !place && saved?.place !== undefined && saved.selected === undefined;
    this.#startRow = status.startRow ?? place?.startRow ?? 0;
    this.#revealed = place?.revealed;
    this.#viewport.following = place?.following ?? startsAtNewest(setup.plan);
    this.#source = new RowSource(
      (first, count, signal) => rpc.call('rows', { first, count }, signal),
      (end) => {
        if (this.#viewport.following) this.#viewport.setShownEnd(end);
        this.#grid.draw();
      },
    );
    const look = { ...setup.look, ...(saved?.widths && { widths: saved.widths }) };
    const topics = [setup.topic, ...(setup.moreTopics ?? [])];
    const several = topics.length > 1;
    this.#grid = new Grid(strings, formats, this.#viewport, this.#source, look, several, {
      moved: () => this.#moved(),
      selected: (row) => void this.#loader.load(row),
      open: () => this.#details.focus(),
      close: () => this.#closeDetails(),
      copy: () => this.#copySelected(),
      selectionChanged: (all) => this.#selectionChanged(all),
      menu: () => {
        const { selection, activeColumn, layout } = this.#grid;
        const target = { count: selection.count, column: activeColumn?.id, columns: layout.ids };
        return rowMenu(target, strings, formats, this.#commands);
      },
      resized: () => this.#remember(),
      addColumn: () => this.#commands.addColumn(),
      sort: (order) => this.#views.sort(order),
      find: () => this.#toolbar.filter.focus(),
    });
    this.#pill = new FollowPill(strings, formats, () => this.#follow(true));
    this.#reading = new ReadCommands(rpc, setup.plan, {
      apply: (now) => this.#apply(now),
      place: () => (this.#viewport.following ? undefined : this.#grid.active),
      fail: (error) => this.#commands.fail(error),
    });
    this.#commands = new RecordCommands(rpc, strings, {
      active: () => this.#grid.active,
      selected: () => this.#grid.selection.ranges,
      timeStyle: () => this.#grid.look.time ?? 'local',
      addColumn: (path) => this.#grid.addColumn(path),
      show: (row) => this.#goTo(row),
      found: (found) => this.#toolbar.filter.tell(undefined, found),
      say: (text) => this.#say(text),
      copied: (sentence) => {
        this.#live.say(sentence);
        this.#details.confirmCopied();
      },
    });
    this.#decoding = new DecodeCommands(rpc, setup.look?.decoders ?? {}, {
      changed: () => this.#remember(true),
      fail: (error) => this.#commands.fail(error),
    });
    this.#details = new Details(setup, formats, saved?.tab ?? 'value', this.#commands, {
      close: () => this.#closeDetails(),
      tabChanged: () => this.#memory.changed(),
      chosen: () => this.#decoding.chosen,
      decode: (part, decoder) => this.#decoding.choose(part, decoder),
      formChanged: () => this.#loadActive(),
    });
    this.#loader = new DetailsLoader(rpc, this.#details, this.#source, strings);
    this.#views = new ViewCommands(rpc, strings, setup.look, {
      status: () => this.#status,
      active: () => this.#grid.active,
      show: (view) => {
        const looks = this.#details.isOpen || !this.#viewport.following;
        this.#reading.show(view, looks ? this.#grid.active : undefined);
      },
      changed: () => this.#remember(),
      bar: () => this.#toolbar.filter,
      say: (text) => this.#say(text),
      fail: (error) => this.#commands.fail(error),
    });
    this.#toolbar = new Toolbar(setup, topics, formats, {
      read: (plan) => this.#reading.read(plan),
      ask: (what) => this.#reading.ask(what),
      find: (filter, backwards) => void this.#commands.find(filter, backwards, this.#viewport),
      filter: (filter) => this.#views.filter(filter),
      scan: (filter) => this.#reading.scan(filter),
      sort: (order) => this.#views.sort(order),
      test: (filter) => this.#views.test(filter),
      saved: (filters) => this.#views.save(filters),
      names: () => rpc.call('names', undefined),
      say: (text) => this.#live.say(text),
      scanOn: () => this.#reading.scanOn(),
      typed: (filter) => this.#views.typed(filter),
      leave: () => this.#grid.focus(),
      pause: (paused) => this.#reading.pause(paused),
      stop: () => this.#reading.stop(),
      clear: () => this.#reading.clear(),
      follow: (following) => this.#follow(following),
      chosen: () => this.#decoding.chosen,
      askDecoder: (part) => this.#decoding.ask(part),
      export: () => this.#commands.export(),
      timelineShown: () => !this.#timeline.element.hidden,
      toggleTimeline: () => this.#timeline.toggle(),
    });
    this.#timeline = new TimelinePane(rpc, setup, formats, {
      jump: (span) => this.#commands.showTime(span),
      read: (span) => this.#reading.readTime(span),
      toggled: () => this.#remember(),
      timeStyle: () => this.#grid.look.time ?? 'local',
    });
    this.#look = new LookMemory(rpc, {
      parts: () => [this.#grid, this.#decoding, this.#timeline, this.#views],
      fields: () => this.#grid.layout.fields,
      changed: () => {
        this.#source.clear();
        this.#grid.draw();
        this.#loadActive();
      },
      fail: (error) => this.#commands.fail(error),
    });
    this.#statusBar = new StatusBar(strings, formats);
    this.#notice = new Notice(
      setup.cluster,
      topics.join(', '),
      strings,
      new PlanText(strings, formats),
      {
        again: () => this.#reading.again(),
        readFromBeginning: () => this.#reading.fromBeginning(),
        resume: () => this.#reading.pause(false),
      },
    );
    this.#split = new SplitView(
      this.#grid.element,
      this.#details.element,
      strings.resizeDetails,
      { beside: saved?.detailsBeside ?? 30, under: saved?.detailsUnder ?? 45 },
      () => this.#memory.changed(),
    );
    this.#followCall = new FollowCall(rpc);
    this.#announcer = new Announcer(this.#live, strings, formats);
    this.#memory = new PageMemory(api, () => this.#state());
    this.#grid.element.append(this.#notice.empty, this.#pill.element);
    const { banner } = this.#notice;
    this.element.append(
      this.#toolbar.element,
      element(
        'main',
        'main',
        banner,
        this.#timeline.element,
        this.#split.element,
        this.#live.element,
      ),
      this.#statusBar.element,
    );
    rpc.on('changed', (changed) => this.#apply(changed));
    rpc.on('reveal', ({ row }) => this.reveal(row));
    this.#start(place);
  }

  /** The records are what the keyboard is for. */
  focus(): void {
    this.#grid.focus();
  }

  /** Selects a row and brings it to the middle of the view, as soon as it has been read. */
  reveal(row: number): void {
    if (row === this.#revealed) return;
    this.#awaitedRow = row;
    this.#showAwaited();
  }

  #start(place: TailPageState | undefined): void {
    this.#apply(this.#status);
    if (!place) return;
    if (place.top !== undefined && !this.#viewport.following) this.#viewport.scrollTo(place.top);
    if (place.selected !== undefined && place.selected >= this.#status.firstRow) {
      this.#grid.select(place.selected);
      void this.#loader.load(place.selected);
    }
    this.#moved();
  }

  #apply(status: TailChanged): void {
    if (status.epoch !== this.#status.epoch) this.#beginEpoch(status);
    this.#status = status;
    this.#reading.setPlan(status.plan);
    this.#source.setRange(status.epoch, status.firstRow, status.endRow);
    this.#viewport.setRange(status.firstRow, status.endRow);
    const { newest } = status;
    if (newest && this.#source.offer(newest)) {
      this.#viewport.setShownEnd(newest.first + newest.rows.length);
    }
    this.#showAwaited();
    this.#grid.setOrder(status.view?.order);
    this.#grid.draw();
    this.#views.sortLoaded();
    this.#moved();
  }

  #beginEpoch(status: TailStatus): void {
    const follows = this.#reading.followsNext(status.plan) ?? this.#viewport.following;
    this.#viewport.reset(follows && status.view?.order === undefined);
    this.#startRow = status.startRow ?? status.firstRow;
    this.#awaitedRow = status.view?.anchor;
    this.#revealed = undefined;
    this.#commands.reset();
    this.#grid.select(this.#awaitedRow);
    if (this.#awaitedRow !== undefined) return;
    this.#loader.cancel();
    this.#details.close();
  }

  #showAwaited(): void {
    const row = this.#awaitedRow;
    if (row === undefined || row >= this.#status.endRow) return;
    this.#awaitedRow = undefined;
    this.#revealed = row;
    if (!this.#restoresTop) {
      this.#goTo(row);
      return;
    }
    this.#restoresTop = false;
    this.#viewport.scrollTo(row);
    this.#grid.draw();
    this.#moved();
  }

  /** Selects a row and brings it to the middle of the view. */
  #goTo(row: number): void {
    this.#viewport.follow(false);
    this.#viewport.reveal(row, 'center');
    this.#grid.select(row);
    this.#moved();
    void this.#loader.load(row);
  }

  /** The bars follow a frame later: the rows are what must not wait. */
  #moved(): void {
    this.#followCall.update(this.#viewport);
    this.#memory.changed();
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const { following, unseen } = this.#viewport;
      this.#pill.update(unseen, following);
      this.#toolbar.update({ status: this.#status, plan: this.#reading.plan, following });
      this.#timeline.update(this.#status);
      this.#statusBar.update(this.#status, this.#startRow);
      this.#notice.update(this.#status, this.#reading.plan);
      this.#announcer.update(this.#status, following, unseen);
    });
  }

  /** The active cell where that is all, else the selected rows. */
  #copySelected(): void {
    const { selection, activeColumn, layout } = this.#grid;
    const cell = selection.count === 1 ? activeColumn : undefined;
    this.#commands.copySelected('cells', cell ? [cell.id] : layout.ids);
  }

  #selectionChanged(all: boolean): void {
    const { count } = this.#grid.selection;
    const text = this.#statusBar.select(count);
    if (all) this.#live.say(text);
  }

  #follow(following: boolean): void {
    this.#viewport.follow(following);
    this.#grid.draw();
    this.#grid.focus();
    this.#moved();
  }

  /** Keeps how the records are shown, with the page and, for the topic's next view, with the host. */
  #remember(anew = false): void {
    this.#memory.changed();
    this.#look.remember(anew);
  }

  #loadActive(): void {
    const { active } = this.#grid;
    if (active !== undefined && this.#details.isOpen) void this.#loader.load(active);
  }

  #say(text: string): void {
    this.#notice.tell(text);
    this.#live.say(text);
  }

  #closeDetails(): boolean {
    if (!this.#details.isOpen) return false;
    this.#loader.cancel();
    this.#details.close();
    this.#grid.focus();
    return true;
  }

  #state(): TailPageState {
    const { cluster, topic, moreTopics } = this.#setup;
    const { active, look } = this.#grid;
    const { following, top } = this.#viewport;
    const shown = following ? undefined : this.#source.get(active ?? Math.ceil(top));
    return {
      cluster,
      topic,
      ...(moreTopics && { moreTopics }),
      ...this.#reading.plan,
      epoch: this.#status.epoch,
      startRow: this.#startRow,
      top,
      following,
      ...pagePlace(this.#status, this.#reading.plan, shown),
      ...(active !== undefined && this.#details.isOpen ? { selected: active } : {}),
      ...(this.#revealed === undefined ? {} : { revealed: this.#revealed }),
      tab: this.#details.tab,
      widths: look.widths ?? {},
      detailsBeside: this.#split.shares.beside,
      detailsUnder: this.#split.shares.under,
    };
  }
}
