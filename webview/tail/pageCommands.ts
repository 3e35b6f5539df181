import type { TailCalls, TailPushes, TailSetup } from '../../src/protocol/tail.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { RecordPlace } from '../../src/protocol/tailPageState.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import type { Formats } from '../shared/formats.ts';
import type { MenuItem } from '../shared/menu.ts';
import type { RpcClient } from '../shared/rpcClient.ts';
import { DecodeCommands } from './decodeCommands.ts';
import type { Details } from './details.ts';
import type { FilterBar } from './filterBar.ts';
import type { Grid } from './grid.ts';
import { ReadCommands } from './readCommands.ts';
import { RecordCommands } from './recordCommands.ts';
import { rowMenu } from './rowMenu.ts';
import { ViewCommands } from './viewCommands.ts';
import type { Viewport } from './viewport.ts';

/** What the commands see of the page, and what they tell it. */
export interface PageContext {
  readonly viewport: Pick<Viewport, 'following'>;
  grid(): Grid;
  details(): Pick<Details, 'isOpen'>;
  bar(): Pick<FilterBar, 'tell' | 'tellTest'>;
  status(): TailStatus;
  /** What the host answered. */
  apply(status: TailStatus): void;
  /** Where a row's record is; undefined for a row that shows none. */
  placeOf(row: number): RecordPlace | undefined;
  /** Select a row and bring it into view. */
  goTo(row: number): void;
  /** How the records are shown has changed. @param anew they are decoded otherwise from now on */
  remember(anew?: boolean): void;
  /** The clipboard has what was asked for; a sentence says so. */
  copied(sentence: string): void;
  say(text: string): void;
}

/** All that the user can do from the page: what is read, what of it is shown, what is done with a record, how it is decoded. */
export class PageCommands {
  readonly read: ReadCommands;
  readonly view: ViewCommands;
  readonly record: RecordCommands;
  readonly decode: DecodeCommands;
  readonly #page: PageContext;
  readonly #strings: TailStrings;
  readonly #formats: Formats;

  constructor(
    rpc: RpcClient<TailCalls, TailPushes>,
    { strings, plan, look }: TailSetup,
    formats: Formats,
    page: PageContext,
  ) {
    this.#page = page;
    this.#strings = strings;
    this.#formats = formats;
    const fail = (error: unknown): void => this.record.fail(error);
    const active = (): number | undefined => page.grid().active;
    this.read = new ReadCommands(rpc, plan, {
      apply: (now) => page.apply(now),
      place: () => (page.viewport.following ? undefined : active()),
      fail,
    });
    this.view = new ViewCommands(rpc, strings, look, {
      status: () => page.status(),
      active,
      show: (view) => {
        const looks = page.details().isOpen || !page.viewport.following;
        this.read.show(view, looks ? active() : undefined);
      },
      changed: () => page.remember(),
      bar: () => page.bar(),
      say: (text) => page.say(text),
      fail,
    });
    this.record = new RecordCommands(rpc, strings, formats, {
      active,
      placeOf: (row) => page.placeOf(row),
      selected: () => page.grid().selection.ranges,
      timeStyle: () => page.grid().look.time ?? 'local',
      addColumn: (path) => page.grid().addColumn(path),
      show: (row) => page.goTo(row),
      found: (found) => page.bar().tell(undefined, found),
      say: (text) => page.say(text),
      copied: (sentence) => page.copied(sentence),
    });
    this.decode = new DecodeCommands(rpc, look?.decoders ?? {}, {
      changed: () => page.remember(true),
      fail,
    });
  }

  /** Copies the active cell where that is all, else the selected rows. */
  copySelected(): void {
    const { selection, activeColumn, layout } = this.#page.grid();
    const cell = selection.count === 1 ? activeColumn : undefined;
    this.record.copySelected('cells', cell ? [cell.id] : layout.ids);
  }

  /** What the context menu of the selected rows offers. */
  rowMenu(): readonly MenuItem[] {
    const { selection, activeColumn, layout } = this.#page.grid();
    const target = { count: selection.count, column: activeColumn?.id, columns: layout.ids };
    return rowMenu(target, this.#strings, this.#formats, this.record);
  }
}
