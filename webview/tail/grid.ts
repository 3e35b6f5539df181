import type { TailLook } from '../../src/protocol/tailLook.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import type { TailOrder } from '../../src/protocol/tailView.ts';
import { element } from '../shared/element.ts';
import type { Formats } from '../shared/formats.ts';
import { Menu, type MenuItem } from '../shared/menu.ts';
import { CellPainter } from './cells.ts';
import { ColumnLayout } from './columnLayout.ts';
import { columnMenu } from './columnMenu.ts';
import { tailColumns, type Column } from './columns.ts';
import { GridCursor } from './gridCursor.ts';
import { gridHeader } from './gridHeader.ts';
import { gridAction, type GridAction, type Selecting } from './gridKeys.ts';
import { nextOrder } from './nextOrder.ts';
import { GridRows } from './gridRows.ts';
import type { RowSource } from './rowSource.ts';
import type { RowSelection } from './rowSelection.ts';
import { Scrollbar } from './scrollbar.ts';
import { scrollInput } from './scrollInput.ts';
import type { Viewport } from './viewport.ts';

/** Height of a row in pixels, as in grid.css. */
const rowHeight = 22;
const resizeStep = 16;

/** What the user does in the grid. */
export interface GridEvents {
  /** The view moved, followed, stopped following, or changed its size. */
  moved(): void;
  selected(row: number): void;
  /** Enter: on to the details. */
  open(): void;
  /** Escape; false where there was nothing to close, so that the key is the workbench's. */
  close(): boolean;
  /** What is selected, or the one cell that is active. */
  copy(): void;
  /** Other rows are selected. */
  selectionChanged(all: boolean): void;
  /** What the context menu of the selected rows offers. */
  menu(): readonly MenuItem[];
  resized(): void;
  /** Ask for a field to show as a column. */
  addColumn(): void;
  /** In another order; undefined: as records arrived. */
  sort(order: TailOrder | undefined): void;
  /** On to what to look for. */
  find(): void;
}

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
  readonly #menu = new Menu();

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
    this.#menu.setLabel(strings.records);
    const menu = columnMenu(this.layout, strings, {
      toggled: () => events.resized(),
      add: () => events.addColumn(),
      canMove: () => this.#cursor.column >= 0,
      move: (by) => this.#moveColumn(by),
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
    this.#listen();
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

  #listen(): void {
    scrollInput(
      this.element,
      rowHeight,
      () => this.#viewport.visible,
      (rows) => this.#scrolled(() => this.#viewport.scrollBy(rows)),
    );
    this.#grid.addEventListener('keydown', (event) => {
      const action = gridAction(event);
      if (!action || !this.#act(action)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.#body.addEventListener('click', (event) => {
      const hit = this.#rows.at(event.target);
      if (!hit) return;
      this.#cursor.column = hit.column;
      const control = event.ctrlKey || event.metaKey;
      const selecting = control ? (event.shiftKey ? 'add' : 'toggle') : 'only';
      this.#activate(hit.row, event.shiftKey && !control ? 'extend' : selecting);
    });
    this.#grid.addEventListener('contextmenu', (event) => {
      // VS Code would show its own; of a key press that has opened ours there comes one, too.
      event.preventDefault();
      const hit = this.#rows.at(event.target);
      if (!hit) return;
      this.#cursor.column = hit.column;
      this.#activate(hit.row, this.#cursor.selection.has(hit.row) ? 'keep' : 'only');
      const { clientX: left, clientY: top } = event;
      this.#menu.open(() => this.#events.menu(), this.#grid, { left, top, bottom: top });
    });
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

  /** @returns true where the key was used */
  #act(action: GridAction): boolean {
    switch (action.kind) {
      case 'rows':
      case 'pages':
      case 'edge':
      case 'columns':
        this.#step(
          this.#cursor.target(action, this.layout.columns.length),
          action.selecting ?? (action.kind === 'columns' ? 'keep' : 'only'),
        );
        return true;
      case 'selectAll':
        this.#cursor.selection.all(this.#viewport.first, this.#viewport.end);
        this.#events.selectionChanged(true);
        this.draw();
        return true;
      case 'toggle':
        if (this.#cursor.row === undefined) return false;
        this.#activate(this.#cursor.row, 'toggle');
        return true;
      case 'menu':
        return this.#openMenu();
      case 'resize':
        return this.#resizeColumn(action.by);
      case 'moveColumn':
        if (this.#cursor.column < 0) return false;
        this.#moveColumn(action.by);
        return true;
      case 'copy':
        if (this.#cursor.selection.count === 0) return false;
        this.#events.copy();
        return true;
      case 'open':
        if (this.#cursor.row === undefined) return false;
        this.#events.open();
        return true;
      case 'find':
        this.#events.find();
        return true;
      case 'close':
        return this.#events.close();
    }
  }

  #moveColumn(by: number): void {
    this.#cursor.column = this.layout.move(this.#cursor.column, by);
    this.draw();
    this.#events.resized();
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

  /** By a key: under the active row or cell. */
  #openMenu(): boolean {
    const { row, column } = this.#cursor;
    if (row === undefined) return false;
    this.#cursor.reveal(row);
    this.draw();
    const shown = this.#rows.find(row, column);
    if (shown)
      this.#menu.open(() => this.#events.menu(), this.#grid, shown.getBoundingClientRect());
    return shown !== undefined;
  }

  #resizeColumn(by: number): boolean {
    const column = this.layout.columns[this.#cursor.column];
    const width = column && this.layout.width(column);
    if (!column || width === undefined) return false;
    this.layout.resize(column, width + by * resizeStep);
    this.#events.resized();
    return true;
  }

  #step(row: number, selecting: Selecting): void {
    const target = this.#cursor.reveal(row);
    if (target === undefined) return;
    this.#activate(target, this.#cursor.row === undefined ? 'only' : selecting);
    this.#showColumn(target);
  }

  #activate(row: number, selecting: Parameters<GridCursor['go']>[1]): void {
    const changed = this.#cursor.go(row, selecting);
    this.#events.selectionChanged(false);
    this.draw();
    this.#events.moved();
    if (changed) this.#events.selected(row);
  }

  #showColumn(row: number): void {
    const cell = this.#cursor.column < 0 ? undefined : this.#rows.find(row, this.#cursor.column);
    if (!cell) return;
    const { clientWidth, scrollLeft } = this.#grid;
    const right = cell.offsetLeft + cell.offsetWidth;
    if (cell.offsetLeft < scrollLeft) this.#grid.scrollLeft = cell.offsetLeft;
    else if (right > scrollLeft + clientWidth) this.#grid.scrollLeft = right - clientWidth;
  }

  #scrolled(move: () => void): void {
    move();
    this.draw();
    this.#events.moved();
  }
}
