/**
 * Turns wheel and touch over `target` into rows: native scrolling needs pixels that a million rows have not.
 *
 * @param scroll called with a number of rows, negative upwards
 */
export function scrollInput(
  target: HTMLElement,
  rowHeight: number,
  pageRows: () => number,
  scroll: (rows: number) => void,
): void {
  target.addEventListener(
    'wheel',
    (event) => {
      // Sideways and zoom are the browser's.
      if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
        return;
      event.preventDefault();
      scroll(event.deltaY * rowsPerUnit(event.deltaMode, rowHeight, pageRows()));
    },
    { passive: false },
  );

  let touch: { id: number; y: number } | undefined;
  target.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch') touch = { id: event.pointerId, y: event.clientY };
  });
  target.addEventListener('pointermove', (event) => {
    if (touch?.id !== event.pointerId) return;
    scroll((touch.y - event.clientY) / rowHeight);
    touch.y = event.clientY;
  });
  const release = (event: PointerEvent): void => {
    if (touch?.id === event.pointerId) touch = undefined;
  };
  target.addEventListener('pointerup', release);
  target.addEventListener('pointercancel', release);
}

function rowsPerUnit(deltaMode: number, rowHeight: number, pageRows: number): number {
  if (deltaMode === WheelEvent.DOM_DELTA_LINE) return 1;
  if (deltaMode === WheelEvent.DOM_DELTA_PAGE) return pageRows;
  return 1 / rowHeight;
}
