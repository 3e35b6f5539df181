import type { TailOrder } from '../../src/protocol/tailView.ts';
import { element } from '../shared/element.ts';
import type { ColumnLayout } from './columnLayout.ts';
import type { Column } from './columns.ts';
import { orderOf } from './nextOrder.ts';

/** How rows are sorted, and what sorts them by another column. */
export interface HeaderOrder {
  readonly order: TailOrder | undefined;
  readonly sort: (by: TailOrder['by']) => void;
}

/**
 * The header row. A column's right edge is dragged to resize it and double-clicked to give it its own width
 * again; with the keyboard the grid does both (Shift+arrows on a cell). A press on a title sorts; the columns' menu
 * does it by keyboard.
 */
export function gridHeader(
  layout: ColumnLayout,
  resized: () => void,
  { order, sort }: HeaderOrder,
): HTMLElement {
  const row = element('div', 'row header');
  row.setAttribute('role', 'row');
  row.setAttribute('aria-rowindex', '1');
  layout.columns.forEach((column, index) => {
    const cell = element('div', `cell ${column.align}`);
    cell.setAttribute('role', 'columnheader');
    cell.setAttribute('aria-colindex', String(index + 1));
    cell.title = column.help ?? column.title;
    cell.append(element('span', 'title', column.shortTitle ?? column.title));
    if (column.shortTitle) cell.setAttribute('aria-label', column.title);
    const by = orderOf(column.id);
    if (by !== undefined) {
      const isSorted = order?.by === by;
      cell.ariaSort = !isSorted ? 'none' : order.descending ? 'descending' : 'ascending';
      if (isSorted) cell.append(element('span', 'sort-mark', order.descending ? '↓' : '↑'));
      cell.classList.add('sortable');
      // A drag of the edge ends in a click of the cell, too.
      cell.addEventListener('click', (event) => {
        if (!(event.target instanceof Element && event.target.matches('.resize'))) sort(by);
      });
    }
    if (column.width) cell.append(resizeHandle(layout, column, resized));
    row.append(cell);
  });
  return row;
}

function resizeHandle(layout: ColumnLayout, column: Column, resized: () => void): HTMLElement {
  const handle = element('span', 'resize');
  let grab: { x: number; width: number } | undefined;
  handle.addEventListener('pointerdown', (event) => {
    grab = { x: event.clientX, width: layout.width(column) ?? 0 };
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  handle.addEventListener('pointermove', (event) => {
    if (grab) layout.resize(column, grab.width + event.clientX - grab.x);
  });
  const release = (): void => {
    if (grab) resized();
    grab = undefined;
  };
  handle.addEventListener('pointerup', release);
  handle.addEventListener('lostpointercapture', release);
  handle.addEventListener('dblclick', () => {
    layout.reset(column);
    resized();
  });
  return handle;
}
