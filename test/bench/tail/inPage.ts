// These functions run in the page: they may use nothing from outside themselves.

/** Drags the scrollbar to random places; the times from the press to the painted rows, in ms. */
export async function randomJumps(count: number): Promise<readonly number[]> {
  const bar = document.querySelector('.scrollbar');
  const grid = document.querySelector('.grid');
  if (!bar || !grid) throw new Error('The grid is not there.');
  // Synthetic pointers cannot be captured.
  bar.setPointerCapture = () => undefined;
  const { top, height, left } = bar.getBoundingClientRect();
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (grid.querySelector('.rows .row.blank:not([hidden])')) {
          requestAnimationFrame(look);
          return;
        }
        // A message that is posted in a frame arrives when that frame has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(undefined);
      };
      requestAnimationFrame(look);
    });
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const clientY = top + Math.random() * height;
    const startMs = performance.now();
    const press = { bubbles: true, button: 0, pointerId: 1, clientX: left + 2, clientY };
    bar.dispatchEvent(new PointerEvent('pointerdown', press));
    bar.dispatchEvent(new PointerEvent('pointerup', press));
    await painted();
    times.push(performance.now() - startMs);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
}

declare global {
  interface Window {
    /** When the first row of the page's grid had been painted, in ms since the epoch. */
    firstRowMs?: number;
  }
}

/** Notes in every page that is opened from now on when its grid has painted its first row (`firstRowMs`). */
export function noteFirstRow(): void {
  // Not from frame to frame: VS Code writes the document anew, and what waited for a frame of the old one is gone.
  const timer = setInterval(() => {
    if (!document.querySelector('.grid .rows .row:not(.blank):not([hidden])')) return;
    clearInterval(timer);
    requestAnimationFrame(() => {
      // A message that is posted in a frame arrives when that frame has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.firstRowMs = performance.timeOrigin + performance.now());
      port2.postMessage(undefined);
    });
  }, 5);
}

/** What was seen while records arrived. */
export interface Followed {
  readonly longTasksMs: readonly number[];
  readonly frames: number;
  readonly gapsMs: readonly number[];
}

/** Lets records arrive, told once a frame, while the page follows. */
export async function followLoad(load: {
  readonly seconds: number;
  readonly recordsPerSecond: number;
}): Promise<Followed> {
  const longTasksMs: number[] = [];
  const gapsMs: number[] = [];
  const observer = new PerformanceObserver((list) =>
    longTasksMs.push(...list.getEntries().map((entry) => entry.duration)),
  );
  observer.observe({ entryTypes: ['longtask'] });
  const startMs = performance.now();
  let arrived = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - startMs) / 1000) * load.recordsPerSecond;
    window.stub.grow(Math.floor(due) - arrived);
    arrived = Math.floor(due);
  }, 16);
  await new Promise<void>((resolve) => {
    let lastMs = startMs;
    const frame = (nowMs: number): void => {
      gapsMs.push(Math.max(0, nowMs - lastMs));
      lastMs = nowMs;
      if (nowMs - startMs < load.seconds * 1000) requestAnimationFrame(frame);
      else resolve();
    };
    requestAnimationFrame(frame);
  });
  clearInterval(timer);
  observer.disconnect();
  return { longTasksMs, frames: gapsMs.length, gapsMs };
}

/** The times, in ms, from what a value says (`at 1700000000000.123 ms`) to its row in the DOM, of the next rows. */
export async function rowsAsTheyCome(count: number): Promise<readonly number[]> {
  const grid = document.querySelector('.grid');
  if (!grid) throw new Error('The grid is not there.');
  const seen = new Set<string>();
  const known = (): string[] =>
    [...grid.querySelectorAll('.value')].flatMap(({ textContent }) =>
      textContent.startsWith('at ') ? [textContent] : [],
    );
  for (const text of known()) seen.add(text);
  const times: number[] = [];
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      const nowMs = performance.timeOrigin + performance.now();
      for (const text of known()) {
        if (seen.has(text)) continue;
        seen.add(text);
        times.push(nowMs - Number(/[\d.]+/.exec(text)?.[0]));
      }
      if (times.length < count) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(grid, { subtree: true, childList: true, characterData: true });
  });
  return times;
}

/** The tasks above 50 ms within so many ms, by the clock; `ours`: of this page, not of the workbench around it. */
export async function longTasks(
  ms: number,
): Promise<readonly { readonly ms: number; readonly ours: boolean }[]> {
  const tasks: { ms: number; ours: boolean }[] = [];
  const observer = new PerformanceObserver((list) =>
    tasks.push(
      ...list.getEntries().map(({ duration, name }) => ({ ms: duration, ours: name === 'self' })),
    ),
  );
  observer.observe({ entryTypes: ['longtask'] });
  await new Promise((resolve) => setTimeout(resolve, ms));
  observer.disconnect();
  return tasks;
}

/** The ms from the next event of a kind, as the system saw it, until an element is shown and painted. */
export async function answered(awaited: {
  readonly event: string;
  readonly selector: string;
  readonly text?: string;
}): Promise<number> {
  const { event, selector, text } = awaited;
  const startMs = await new Promise<number>((resolve) =>
    addEventListener(event, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true }),
  );
  const isThere = (): boolean =>
    [...document.querySelectorAll<HTMLElement>(selector)].some(
      (each) => !each.hidden && (text === undefined || each.textContent.trim() === text),
    );
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (!isThere()) {
        requestAnimationFrame(look);
        return;
      }
      // A message that is posted in a frame arrives when that frame has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  });
  return performance.now() - startMs;
}
