import type { Page } from 'playwright-core';

/** The tasks of the main thread that VS Code's workbench and its pages share, in ms. */
export interface MainThreadTasks {
  /** By the clock: on a busy machine most of it is waiting for a processor. */
  readonly wallMs: readonly number[];
  /** What the thread itself used, task by task. */
  readonly cpuMs: readonly number[];
}

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Lets `run` run and tells the tasks of the busiest main thread meanwhile; undefined where nothing can be traced. */
export async function mainThreadTasks(
  page: Page,
  run: () => Promise<void>,
): Promise<MainThreadTasks | undefined> {
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ['toplevel'] });
  await run();
  const trace = await browser?.stopTracing();
  if (trace === undefined) return undefined;
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const tasks = busiest(traceEvents).map(({ dur = 0, tdur = 0 }) => [dur / 1000, tdur / 1000]);
  return { wallMs: tasks.map(([wall = 0]) => wall), cpuMs: tasks.map(([, cpu = 0]) => cpu) };
}

/** The outermost tasks of the renderer's main thread that had most of them. */
function busiest(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const byThread = new Map<string, TraceEvent[]>();
  for (const { ph, name, args, pid, tid } of events) {
    const isMain = ph === 'M' && name === 'thread_name' && args?.name === 'CrRendererMain';
    if (isMain) byThread.set(`${pid}/${tid}`, []);
  }
  for (const event of [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    const tasks = byThread.get(`${event.pid}/${event.tid}`);
    if (tasks === undefined || event.ph !== 'X' || !event.name.endsWith('RunTask')) continue;
    const last = tasks.at(-1);
    // A task within a task is a part of it.
    if (last === undefined || event.ts >= last.ts + (last.dur ?? 0)) tasks.push(event);
  }
  return [...byThread.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}
