import { setTimeout as sleep } from 'node:timers/promises';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import type { HostSession } from '../../support/host/hostSession.ts';
import { TailView } from '../../support/host/tailView.ts';
import type { BenchCluster } from '../reader/benchCluster.ts';
import { testClient } from '../../support/testClient.ts';
import type { HostFigures, HostProbe } from './hostProbe.ts';
import { noteFirstRow, randomJumps, rowsAsTheyCome } from './inPage.ts';
import { reportTimes } from './reportTimes.ts';

/** What the figures are taken from. */
export interface Place {
  readonly session: HostSession;
  readonly probe: HostProbe;
  readonly cluster: BenchCluster;
  /** Of each view. */
  readonly budgetMb: number;
  /** The extension host before it read anything. */
  readonly idle: HostFigures;
}

const warmUpMs = 10_000;
/** For some seconds after its start VS Code is busy with itself: a view that was opened then came 2.5 s late. */
const settleMs = 15_000;
/** A menu that has just opened takes no mouse button. */
const menuOpensMs = 500;
const samples = 200;
const jumps = 100;

/** *Tail Topic* → first rows painted, as the page sees it, on a topic that gets a record every few milliseconds. */
export async function firstRows({ session, cluster }: Place, topic: string): Promise<void> {
  const { workbench } = session;
  const client = testClient(cluster.bootstrap);
  const over = new AbortController();
  const producing = (async () => {
    while (!over.signal.aborted) {
      await produceRecords(client, topic, [{ key: null, value: Buffer.from('now') }]);
      await sleep(5);
    }
  })();
  const times: number[] = [];
  await workbench.page.context().addInitScript(noteFirstRow);
  await sleep(settleMs);
  for (let round = 0; round < 10; round++) {
    const entry = await workbench.tree.openMenu(topic, 'Tail Topic');
    await sleep(menuOpensMs);
    const startMs = Date.now();
    await entry.click();
    const tail = await TailView.of(workbench);
    const painted = await tail.frame.waitForFunction(() => window.firstRowMs);
    times.push(((await painted.jsonValue()) ?? NaN) - startMs);
    await workbench.closeAllEditors();
  }
  over.abort();
  await producing;
  await client.close();
  reportTimes('Tail Topic → first rows', times, '≤ 500');
  console.log(`  the first time: ${times[0]?.toFixed(0) ?? '?'} ms`);
}

/** CreateTime → its row in the DOM, following a quiet topic, warmed up. */
export async function latency({ session, cluster }: Place, topic: string): Promise<void> {
  const { workbench } = session;
  await workbench.tree.choose(topic, 'Tail Topic');
  const tail = await TailView.of(workbench);
  const client = testClient(cluster.bootstrap);
  const produce = () => {
    const now = performance.timeOrigin + performance.now();
    const value = Buffer.from(`at ${now.toFixed(3)} ms`);
    return produceRecords(client, topic, [{ key: null, value }]);
  };
  const warmUntil = performance.now() + warmUpMs;
  while (performance.now() < warmUntil) {
    await produce();
    await sleep(50);
  }
  const seen = tail.frame.evaluate(rowsAsTheyCome, samples);
  await sleep(500);
  for (let sample = 0; sample < samples; sample++) {
    await produce();
    await sleep(40 + Math.random() * 40);
  }
  reportTimes('CreateTime → row in the DOM', await seen, 'p50 ≤ 9, p99 ≤ 25');
  await client.close();
  await workbench.closeAllEditors();
}

/** A whole topic from its beginning until "caught up", then jumps in what was kept of it. */
export async function wholeTopic(
  { session, probe, idle }: Place,
  topic: string,
  records: number,
): Promise<void> {
  const { workbench } = session;
  await workbench.tree.choose(topic, 'Tail Topic');
  const tail = await TailView.of(workbench);
  const heapBefore = await heapMb(tail);
  await probe.next();
  const startMs = performance.now();
  await tail.fromBeginning();
  // Before it starts anew the page still tells what it was told of the end.
  const all = records.toLocaleString('en');
  const limit = { timeout: 120_000 };
  await tail.frame.locator('.status-bar').filter({ hasText: all }).waitFor(limit);
  await tail.frame.locator('.position', { hasText: 'caught up' }).waitFor(limit);
  const ms = performance.now() - startMs;
  const host = await probe.next();
  console.log(
    `${records.toLocaleString('en')} records until "caught up": ${(ms / 1000).toFixed(2)} s (goal: ≤ 3 s); ` +
      `event loop p99 ${(host.p99 - idle.p50).toFixed(1)} ms, extension host ${mebibytes(host.rss)} MiB (${mebibytes(idle.rss)} before)`,
  );
  reportTimes('random jump → painted', await tail.frame.evaluate(randomJumps, jumps), 'p95 ≤ 33');
  console.log(
    `page memory: ${heapBefore.toFixed(0)} MB before, ${(await heapMb(tail)).toFixed(0)} MB after`,
  );
  await workbench.closeAllEditors();
}

/** The extension host's figures of a second in which nothing is asked of it. */
export async function idleFigures(probe: HostProbe): Promise<HostFigures> {
  await probe.next();
  await sleep(1000);
  return probe.next();
}

async function heapMb(tail: TailView): Promise<number> {
  const bytes = await tail.frame.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  );
  return bytes / 1e6;
}

/** A number of bytes in MiB, rounded. */
export function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
