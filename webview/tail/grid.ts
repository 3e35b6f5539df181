import type { TailLook } from '../../src/protocol/tailLook.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import type { TailOrder } from '../../src/protocol/tailView.ts';
import { element } from '../shared/element.ts';
import type { Formats } from '../shared/formats.ts';
import { CellPainter } from './cells.ts';
import { ColumnLayout } from './columnLayout.ts';
import { columnMenu } from './columnMenu.ts';
import { tailColumns, type Column } from './columns.ts';
import { GridCursor } from './gridCursor.ts';
import type { GridEvents } from './gridEvents.ts';
import { gridHeader } from './gridHeader.ts';
import { GridInput } from './gridInput.ts';
import { nextOrder } from './nextOrder.ts';
import { GridRows } from './gridRows.ts';
import type { RowSource } from './rowSource.ts';
import type { RowSelection } from './rowSelection.ts';
import { Scrollbar } from './scrollbar.ts';
import { scrollInput } from './scrollInput.ts';
import type { Viewport } from './viewport.ts';

/** Height of a row in pixels, as in grid.css. */
const rowHeight = 22;

/** The table of records: row space, one tab stop, the active row or cell by `aria-activedescendant`. */
export class Grid {
  readonly element = element('div', 'grid-frame');
  readonly layout: ColumnLayout;
  readonly #grid = element('div', 'grid');
  readonly #head = element('div', 'head');
  readonly #body = element('div', 'body');
  readonly #painter: CellPainter;
  readonly #rows: GridRows;
  readonly #scrollbar: Scrollbar;
  readonly #viewport: Viewport;
  readonly #source: RowSource;
  readonly #events: GridEvents;
  readonly #cursor: GridCursor;
  #order: TailOrder | undefined;

  /** @param topics it shows several: each record tells its own */
  constructor(
    strings: TailStrings,
    formats: Formats,
    viewport: Viewport,
    source: RowSource,
    look: TailLook,
    topics: boolean,
    events: GridEvents,
  ) {
    this.#viewport = viewport;
    this.#cursor = new GridCursor(viewport);
    this.#source = source;
    this.#events = events;
    this.layout = new ColumnLayout(this.#grid, tailColumns(strings, topics), look, () =>
      this.#relayout(),
    );
    this.#painter = new CellPainter(strings, formats);
    this.#painter.timeStyle = look.time ?? 'local';
    this.#rows = new GridRows(this.layout.columns, this.#painter);
    this.#scrollbar = new Scrollbar(viewport, (top) =>
      this.#scrolled(() => viewport.scrollTo(top)),
    );
    this.#head.setAttribute('role', 'rowgroup');
    this.#drawHead();
    const input = new GridInput(
      {
        grid: this.#grid,
        body: this.#body,
        layout: this.layout,
        rows: this.#rows,
        cursor: this.#cursor,
        viewport,
        rowHeight,
        draw: () => this.draw(),
      },
      events,
    );
    input.menu.setLabel(strings.records);
    const menu = columnMenu(this.layout, strings, {
      toggled: () => events.resized(),
      add: () => events.addColumn(),
      canMove: () => this.#cursor.column >= 0,
      move: (by) => input.moveColumn(by),
      order: () => this.#order,
      sort: (by) => this.#sort(by),
      timeStyle: () => this.#painter.timeStyle,
      time: (style) => {
        this.#painter.timeStyle = style;
        this.redraw();
        events.resized();
      },
    });
    this.#grid.setAttribute('role', 'grid');
    this.#grid.setAttribute('aria-label', strings.records);
    this.#grid.setAttribute('aria-multiselectable', 'true');
    this.#grid.tabIndex = 0;
    this.#body.setAttribute('role', 'presentation');
    this.#body.append(this.#rows.element);
    this.#grid.append(this.#head, this.#body);
    this.element.append(this.#grid, this.#scrollbar.element, menu);
    scrollInput(
      this.element,
      rowHeight,
      () => this.#viewport.visible,
      (rows) => this.#scrolled(() => this.#viewport.scrollBy(rows)),
    );
    new ResizeObserver(() => {
      this.layout.setRoom(this.#grid.clientWidth);
      this.#viewport.setVisible(this.#body.clientHeight / rowHeight);
      this.#scrollbar.setTrack(this.#body.clientHeight);
      this.draw();
      this.#events.moved();
    }).observe(this.#body);
    // Only sideways: focus or find-in-page must not push the rows out from under the header.
    this.#grid.addEventListener('scroll', () => (this.#grid.scrollTop = 0));
  }

  get active(): number | undefined {
    return this.#cursor.row;
  }

  /** The column of the active cell; undefined where the whole row is active. */
  get activeColumn(): Column | undefined {
    return this.layout.columns[this.#cursor.column];
  }

  get selection(): Pick<RowSelection, 'ranges' | 'count'> {
    return this.#cursor.selection;
  }

  /** How the user wants the records shown, to remember. */
  get look(): TailLook {
    return { ...this.layout.look, time: this.#painter.timeStyle };
  }

  focus(): void {
    this.#grid.focus();
  }

  /** Shows a field as a column of its own. */
  addColumn(path: string): void {
    if (this.layout.add(path)) this.#events.resized();
    this.#grid.focus();
  }

  /** Draws every row anew: they hold something else now. */
  redraw(): void {
    this.#rows.redraw();
    this.draw();
  }

  /** Makes a row the active one without asking for its details; undefined for none. */
  select(row: number | undefined): void {
    this.#cursor.go(row);
    this.#events.selectionChanged(false);
    this.draw();
  }

  /** Draws what is in view and asks for what is missing. */
  draw(): void {
    const { top, first, end, visible } = this.#viewport;
    const from = Math.floor(top);
    const loaded = this.#viewport.following ? this.#viewport.shownEnd : end;
    const to = Math.min(end, loaded, Math.ceil(top + visible));
    this.#rows.draw({
      first: from,
      end: to,
      firstExisting: first,
      active: this.#cursor.row,
      activeColumn: this.#cursor.column,
      selected: (row) => this.#cursor.selection.has(row),
      get: (row) => this.#source.get(row),
    });
    const pixels = Math.round((top - from) * rowHeight * devicePixelRatio) / devicePixelRatio;
    this.#rows.element.style.transform = `translateY(${-pixels}px)`;
    this.#scrollbar.draw();
    this.#describe();
    const { following } = this.#viewport;
    if (following) this.#source.need(end - Math.ceil(visible), end, true);
    else this.#source.need(from, to, false);
  }

  #describe(): void {
    const { first, end } = this.#viewport;
    this.#grid.setAttribute('aria-rowcount', String(end - first + 1));
    const shown =
      this.#cursor.row !== undefined && this.#rows.find(this.#cursor.row, this.#cursor.column);
    if (shown) this.#grid.setAttribute('aria-activedescendant', shown.id);
    else this.#grid.removeAttribute('aria-activedescendant');
  }

  /** How the rows are sorted now. */
  setOrder(order: TailOrder | undefined): void {
    if (order?.by === this.#order?.by && order?.descending === this.#order?.descending) return;
    this.#order = order;
    this.#drawHead();
  }

  #sort(by: TailOrder['by']): void {
    this.#events.sort(nextOrder(by, this.#order));
  }

  #drawHead(): void {
    this.#head.replaceChildren(
      gridHeader(this.layout, () => this.#events.resized(), {
        order: this.#order,
        sort: (by) => this.#sort(by),
      }),
    );
    this.#grid.setAttribute('aria-colcount', String(this.layout.columns.length));
  }

  #relayout(): void {
    this.#drawHead();
    this.#cursor.column = Math.min(this.#cursor.column, this.layout.columns.length - 1);
    this.#rows.setColumns(this.layout.columns);
    this.draw();
  }

  #scrolled(move: () => void): void {
    move();
    this.draw();
    this.#events.moved();
  }
}
