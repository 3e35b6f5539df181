import type { TailCalls, TailChanged, TailPushes, TailSetup } from '../../src/protocol/tail.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailPageState } from '../../src/protocol/tailPageState.ts';
import { element } from '../shared/element.ts';
import { Formats } from '../shared/formats.ts';
import type { RpcClient } from '../shared/rpcClient.ts';
import type { VscodeApi } from '../shared/vscodeApi.ts';
import { AwaitedRow } from './awaitedRow.ts';
import { Details } from './details.ts';
import { DetailsLoader } from './detailsLoader.ts';
import { FollowCall } from './followCall.ts';
import { Grid } from './grid.ts';
import { LookMemory } from './lookMemory.ts';
import { PageBars } from './pageBars.ts';
import { PageCommands } from './pageCommands.ts';
import { PageMemory } from './pageMemory.ts';
import { pageState } from './pageState.ts';
import { RowSource } from './rowSource.ts';
import { startsAtNewest } from './scanPlan.ts';
import { SplitView } from './splitView.ts';
import { Viewport } from './viewport.ts';

/** The tail view's page: wires its parts to the host and to each other. */
export class TailPage {
  readonly element = element('div', 'page');
  readonly #setup: TailSetup;
  readonly #viewport = new Viewport();
  readonly #source: RowSource;
  readonly #grid: Grid;
  readonly #commands: PageCommands;
  readonly #details: Details;
  readonly #loader: DetailsLoader;
  readonly #bars: PageBars;
  readonly #look: LookMemory;
  readonly #split: SplitView;
  readonly #followCall: FollowCall;
  readonly #awaited: AwaitedRow;
  readonly #memory: PageMemory;
  #status: TailStatus;
  #startRow: number;

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
    this.#awaited = new AwaitedRow(saved, place !== undefined);
    this.#startRow = status.startRow ?? place?.startRow ?? 0;
    this.#viewport.following = place?.following ?? startsAtNewest(setup.plan);
    this.#source = new RowSource(
      (first, count, signal) => rpc.call('rows', { first, count }, signal),
      (end) => {
        if (this.#viewport.following) this.#viewport.setShownEnd(end);
        this.#grid.draw();
      },
    );
    this.#commands = new PageCommands(rpc, setup, formats, {
      viewport: this.#viewport,
      grid: () => this.#grid,
      details: () => this.#details,
      bar: () => this.#bars.toolbar.filter,
      status: () => this.#status,
      apply: (now) => this.#apply(now),
      placeOf: (row) => this.#source.place(row),
      goTo: (row) => this.#goTo(row),
      remember: (anew) => this.#remember(anew),
      copied: (sentence) => {
        this.#bars.live.say(sentence);
        this.#details.confirmCopied();
      },
      say: (text) => this.#bars.say(text),
    });
    const { record, decode, view } = this.#commands;
    const look = { ...setup.look, ...(saved?.widths && { widths: saved.widths }) };
    const topics = [setup.topic, ...(setup.moreTopics ?? [])];
    const several = topics.length > 1;
    this.#grid = new Grid(strings, formats, this.#viewport, this.#source, look, several, {
      moved: () => this.#moved(),
      selected: (row) => void this.#loader.load(row),
      open: () => this.#details.focus(),
      close: () => this.#closeDetails(),
      copy: () => this.#commands.copySelected(),
      selectionChanged: (all) => this.#bars.select(this.#grid.selection.count, all),
      menu: () => this.#commands.rowMenu(),
      resized: () => this.#remember(),
      addColumn: () => record.addColumn(),
      sort: (order) => view.sort(order),
      find: () => this.#bars.toolbar.filter.focus(),
    });
    this.#details = new Details(setup, formats, saved?.tab ?? 'value', record, {
      close: () => this.#closeDetails(),
      tabChanged: () => this.#memory.changed(),
      chosen: () => decode.chosen,
      decode: (part, decoder) => decode.choose(part, decoder),
      tried: (part) => decode.tried(part, this.#grid.active),
      formChanged: () => this.#loader.reload(this.#grid.active),
    });
    this.#loader = new DetailsLoader(rpc, this.#details, this.#source, strings);
    this.#bars = new PageBars(rpc, setup, topics, formats, this.#viewport, this.#commands, {
      follow: (following) => this.#follow(following),
      leave: () => this.#grid.focus(),
      remember: () => this.#remember(),
      typed: () => this.#memory.changed(),
      timeStyle: () => this.#grid.look.time ?? 'local',
    });
    this.#look = new LookMemory(rpc, {
      parts: () => [this.#grid, decode, this.#bars.timeline, view],
      fields: () => this.#grid.layout.fields,
      changed: () => {
        this.#source.clear();
        this.#grid.draw();
        this.#loader.reload(this.#grid.active);
      },
      fail: (error) => record.fail(error),
    });
    this.#split = new SplitView(
      this.#grid.element,
      this.#details.element,
      strings.resizeDetails,
      { beside: saved?.detailsBeside ?? 30, under: saved?.detailsUnder ?? 45 },
      () => this.#memory.changed(),
    );
    this.#followCall = new FollowCall(rpc);
    this.#memory = new PageMemory(api, () => this.#state());
    const { toolbar, notice, timeline, pill, status: footer, live } = this.#bars;
    this.#grid.element.append(notice.empty, pill.element);
    const middle = [notice.banner, timeline.element, this.#split.element, live.element];
    this.element.append(toolbar.element, element('main', 'main', ...middle), footer.element);
    rpc.on('changed', (changed) => this.#apply(changed));
    rpc.on('reveal', ({ row }) => this.reveal(row));
    if (saved?.typed) toolbar.filter.restore(saved.typed);
    this.#apply(status);
    this.#start(place);
  }

  /** The records are what the keyboard is for. */
  focus(): void {
    this.#grid.focus();
  }

  /** Selects a row and brings it to the middle of the view, as soon as it has been read. */
  reveal(row: number): void {
    this.#awaited.expect(row);
    this.#showAwaited();
  }

  #start(place: TailPageState | undefined): void {
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
    this.#commands.read.setPlan(status.plan);
    this.#source.setRange(status.epoch, status.firstRow, status.endRow);
    this.#viewport.setRange(status.firstRow, status.endRow);
    const { newest } = status;
    if (newest && this.#source.offer(newest)) {
      this.#viewport.setShownEnd(newest.first + newest.rows.length);
    }
    this.#showAwaited();
    this.#grid.setOrder(status.view?.order);
    this.#grid.draw();
    this.#commands.view.sortLoaded();
    this.#moved();
  }

  #beginEpoch(status: TailStatus): void {
    const follows = this.#commands.read.followsNext(status.plan) ?? this.#viewport.following;
    const anchor = status.view?.anchor;
    this.#viewport.reset(follows && status.view?.order === undefined);
    this.#startRow = status.startRow ?? status.firstRow;
    this.#awaited.begin(anchor);
    this.#commands.record.reset();
    this.#grid.select(anchor);
    if (anchor === undefined) this.#loader.close();
  }

  #showAwaited(): void {
    const shown = this.#awaited.take(this.#status.endRow);
    if (shown?.top === false) this.#goTo(shown.row);
    if (shown?.top !== true) return;
    this.#viewport.scrollTo(shown.row);
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
    this.#bars.update(() => ({ status: this.#status, startRow: this.#startRow }));
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

  #closeDetails(): boolean {
    if (!this.#details.isOpen) return false;
    this.#loader.close();
    this.#grid.focus();
    return true;
  }

  #state(): TailPageState {
    return pageState({
      setup: this.#setup,
      status: this.#status,
      startRow: this.#startRow,
      plan: this.#commands.read.plan,
      viewport: this.#viewport,
      source: this.#source,
      grid: this.#grid,
      details: this.#details,
      split: this.#split,
      awaited: this.#awaited,
      typed: this.#bars.toolbar.filter.typed,
    });
  }
}
