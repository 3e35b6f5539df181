import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { TailView } from '../../support/host/tailView.ts';
import type { HostFigures } from './hostProbe.ts';
import { answered, longTasks } from './inPage.ts';
import { mainThreadTasks, type MainThreadTasks } from './mainThread.ts';
import { reportTimes } from './reportTimes.ts';
import { SteadyProducer } from './steadyProducer.ts';
import { mebibytes, type Place } from './workbenchFigures.ts';

/** A producer and a broker that have just started compile themselves on the processors that are measured. */
const warmUpSeconds = 10;
const tries = 3;
const longMs = 50;

/** 100,000 records a second arriving while it follows; then a key, then *Pause*. */
export async function follow(place: Place, topic: string, seconds: number): Promise<void> {
  const { session, cluster } = place;
  const { workbench } = session;
  await workbench.tree.choose(topic, 'Tail Topic');
  const tail = await TailView.of(workbench);
  const producer = new SteadyProducer(cluster, topic);
  try {
    await tail.rows(5);
    await sleep(warmUpSeconds * 1000);
    await followed(place, tail, producer, seconds);
    const keys: number[] = [];
    const pauses: number[] = [];
    for (let each = 0; each < tries; each++) {
      keys.push(await keyAnswered(tail));
      pauses.push(await paused(tail));
    }
    reportTimes('  key → painted  ', keys, '≤ 200');
    reportTimes('  Pause → painted', pauses, '≤ 200');
  } finally {
    await producer.stop();
  }
  await workbench.closeAllEditors();
}

async function followed(
  { session, probe, idle, budgetMb }: Place,
  tail: TailView,
  producer: SteadyProducer,
  seconds: number,
): Promise<void> {
  await probe.next();
  producer.begin();
  let told: readonly { readonly ms: number; readonly ours: boolean }[] = [];
  const thread = await mainThreadTasks(session.workbench.page, async () => {
    told = await tail.frame.evaluate(longTasks, seconds * 1000);
  });
  const host = await probe.next();
  const ours = told.filter((task) => task.ours).length;
  console.log(
    `following ${producer.rate.toLocaleString('en')} records/s for ${seconds} s ` +
      `(load average ${loadavg()[0]?.toFixed(1) ?? '?'}): ${told.length} tasks above ${longMs} ms by the clock, ` +
      `${ours} of them the page's (goal: none): ${told.map(({ ms }) => Math.round(ms)).join(', ')} ms`,
  );
  if (thread !== undefined) reportThread(thread, seconds);
  reportHost(host, idle, budgetMb);
}

/** What the thread used itself: the tasks by the clock are mostly waiting where the processors are busy. */
function reportThread({ cpuMs }: MainThreadTasks, seconds: number): void {
  const all = cpuMs.reduce((sum, ms) => sum + ms, 0);
  const above = cpuMs.filter((ms) => ms > longMs).map(Math.round);
  console.log(
    `  by processor time of the workbench's and the page's thread: ${above.length} tasks above ${longMs} ms` +
      `${above.length > 0 ? `: ${above.join(', ')} ms` : ''}; busy for ${((all / seconds) * 0.1).toFixed(0)} %`,
  );
}

/** From the press of *Home* until the view tells, painted, how many records it does not show. */
async function keyAnswered(tail: TailView): Promise<number> {
  const grid = tail.frame.locator('.grid');
  await grid.focus();
  await grid.press('End');
  await sleep(500);
  const done = tail.frame.evaluate(answered, { event: 'keydown', selector: '.pill' });
  await grid.press('Home');
  return done;
}

/** From the press of the mouse on *Pause* until the host has stopped and the page shows *Resume*. */
async function paused(tail: TailView): Promise<number> {
  const label = { event: 'pointerdown', selector: '.group vscode-button', text: 'Resume' };
  const done = tail.frame.evaluate(answered, label);
  await tail.button('Pause').click();
  const ms = await done;
  await tail.button('Resume').click();
  await tail.button('Pause').waitFor();
  return ms;
}

function reportHost(host: HostFigures, idle: HostFigures, budgetMb: number): void {
  const grown = host.rss - idle.rss;
  console.log(
    `  extension host: event loop p99 ${(host.p99 - idle.p50).toFixed(1)} ms (goal: ≤ 20), ` +
      `${mebibytes(host.rss)} MiB, of which ${mebibytes(idle.rss)} before it read; ` +
      `grown by ${mebibytes(grown)} MiB with a budget of ${budgetMb} (goal: ≤ ${budgetMb + 150})`,
  );
}
