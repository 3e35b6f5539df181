import { element } from '../shared/element.ts';
import type { ColumnLayout } from './columnLayout.ts';
import type { Column } from './columns.ts';

/**
 * The header row. A column's right edge is dragged to resize it and double-clicked to give it its own width
 * again; with the keyboard the grid does both (Shift+arrows on a cell).
 */
export function gridHeader(layout: ColumnLayout, resized: () => void): HTMLElement {
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
