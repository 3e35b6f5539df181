import { BatchBuilder } from '../../../src/core/batch/batchBuilder.ts';
import { findBatches } from '../../../src/core/record/batchSpan.ts';
import { BodyCache } from '../../../src/core/record/bodyCache.ts';
import { openBatch } from '../../../src/core/record/openBatch.ts';
import { RecordStore } from '../../../src/core/record/recordStore.ts';
import { nodeCodecs } from '../../../src/kafka/read/nodeCodecs.ts';
import type { TailFilter } from '../../../src/protocol/tailPlan.ts';
import type { TailOrder, TailView } from '../../../src/protocol/tailView.ts';
import { ShownRows } from '../../../src/vscode/tail/rows/shownRows.ts';

const batches = 10_000;
const recordsPerBatch = 100;
const partitions = 3;
const startMs = 1_700_000_000_000;

/** What making a view ready took: until it was complete, and the longest that nothing else could run, in ms. */
export interface ViewTimes {
  readonly tookMs: number;
  readonly blockedMs: number;
  readonly rows: number;
}

/** A million keyed JSON records of some 170 bytes, uncompressed, in three partitions. */
export function loadedMillion(): RecordStore {
  const store = new RecordStore(2 ** 31);
  const context = { codecs: nodeCodecs, bodies: new BodyCache(2 ** 25), maxBodyBytes: 2 ** 25 };
  for (let index = 0; index < batches; index++) {
    const builder = new BatchBuilder();
    for (let each = 0; each < recordsPerBatch; each++) {
      const seq = index * recordsPerBatch + each;
      const value = `{"seq":${seq},"user":"u-${seq % 997}","total":${(seq % 900) + 0.5},"note":"${'x'.repeat(90)}"}`;
      const key = Buffer.from(`customer-${(seq * 7919) % 100_003}`);
      builder.append({ key, value: Buffer.from(value), headers: [] }, startMs + seq);
    }
    const bytes = Uint8Array.from(builder.build('none'));
    const baseOffset = BigInt(Math.floor(index / partitions) * recordsPerBatch);
    new DataView(bytes.buffer).setBigInt64(0, baseOffset);
    for (const span of findBatches(bytes)) {
      const place = { ...context, topic: 't', partition: index % partitions };
      store.append(openBatch(place, bytes, span, { checked: true }));
    }
  }
  return store;
}

/** The view of a filter over what a store holds. */
export function filtered(store: RecordStore, filter: TailFilter): Promise<ViewTimes> {
  return shownAs(store, { filter });
}

/** The view of what a store holds, sorted. */
export function sorted(store: RecordStore, by: TailOrder['by']): Promise<ViewTimes> {
  return shownAs(store, { order: { by, descending: false } });
}

async function shownAs(store: RecordStore, view: TailView): Promise<ViewTimes> {
  const nothing = (): void => undefined;
  const shown = new ShownRows(store, { changed: nothing, switched: nothing, reveal: nothing });
  let blockedMs = 0;
  let last = performance.now();
  let watching = true;
  const watch = (): void => {
    const now = performance.now();
    blockedMs = Math.max(blockedMs, now - last);
    last = now;
    if (watching) setImmediate(watch);
  };
  watch();
  const started = performance.now();
  await shown.show(view, undefined);
  await shown.matches?.look();
  const tookMs = performance.now() - started;
  watching = false;
  const rows = shown.endRow - shown.firstRow;
  shown.dispose();
  return { tookMs, blockedMs, rows };
}
