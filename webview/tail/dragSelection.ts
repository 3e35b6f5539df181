/** What a drag over the rows works on. */
export interface DraggedRows {
  /** The row at so many pixels from the page's top, whether it exists or not. */
  rowAt(clientY: number): number;
  /** Begin with this row. @param adding what is selected already stays */
  start(row: number, adding: boolean): void;
  /** Select up to this row. */
  extend(row: number, adding: boolean): void;
  /** So many rows, negative upwards. */
  scroll(rows: number): void;
  /** The drag is over. */
  end(): void;
}

/** How many rows a frame at most, while the mouse is beyond an edge. */
const fastest = 4;

/**
 * Selects the rows from where the mouse is pressed to where it is let go; while it is above or below them the view
 * scrolls. With Ctrl or Cmd what was selected stays.
 */
export function dragSelection(body: HTMLElement, rowHeight: number, rows: DraggedRows): void {
  let drag: { from: number; to: number; adding: boolean; y: number; begun: boolean } | undefined;
  let frame = 0;

  const update = (): void => {
    if (!drag) return;
    const row = rows.rowAt(drag.y);
    if (row === drag.to) return;
    if (!drag.begun) rows.start(drag.from, drag.adding);
    drag.begun = true;
    drag.to = row;
    rows.extend(row, drag.adding);
  };
  const scroll = (): void => {
    frame = 0;
    if (!drag) return;
    const { top, bottom } = body.getBoundingClientRect();
    const beyond = drag.y < top ? drag.y - top : Math.max(0, drag.y - bottom);
    if (beyond === 0 || !drag.begun) return;
    rows.scroll(Math.max(-fastest, Math.min(fastest, beyond / rowHeight / 2)));
    update();
    frame = requestAnimationFrame(scroll);
  };
  const end = (): void => {
    if (drag?.begun) rows.end();
    drag = undefined;
  };

  body.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0 || event.shiftKey) return;
    const row = rows.rowAt(event.clientY);
    const adding = event.ctrlKey || event.metaKey;
    drag = { from: row, to: row, adding, y: event.clientY, begun: false };
  });
  // A quick mouse is beyond the rows with its first move.
  window.addEventListener('pointermove', (event) => {
    if (!drag) return;
    // Let go where nobody told us.
    if ((event.buttons & 1) === 0) {
      end();
      return;
    }
    drag.y = event.clientY;
    update();
    if (drag.begun && !body.hasPointerCapture(event.pointerId)) {
      body.setPointerCapture(event.pointerId);
    }
    if (frame === 0) frame = requestAnimationFrame(scroll);
  });
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}
