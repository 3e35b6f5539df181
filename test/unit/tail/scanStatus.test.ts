import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PartitionProgress, ReadProgress } from '../../../src/kafka/read/readProgress.ts';
import { scanStarts, scanStatus } from '../../../src/vscode/tail/scanStatus.ts';

function read(
  partitions: readonly Pick<PartitionProgress, 'start' | 'position' | 'end' | 'stop'>[],
  offsetsPerSecond = 0,
): ReadProgress {
  const places = partitions.map((each, partition) => ({ ...each, topic: 't', partition }));
  return { partitions: places, offsetsPerSecond } as unknown as ReadProgress;
}
const running = { matches: 2, running: true, canGoOn: false };
const at = (start: bigint, position: bigint, end: bigint, stop?: bigint) => ({
  start,
  position,
  end,
  stop,
});

describe('how far a scan is', () => {
  it('counts all partitions together, and how long is left at the pace of now', () => {
    const scan = scanStatus(read([at(0n, 50n, 100n), at(0n, 0n, 100n)], 300), new Map(), running);
    assert.deepEqual(scan, { share: 0.25, matches: 2, timeLeftMs: 500, canGoOn: false });
  });

  it('goes to where the read stops, where that is before the end', () => {
    const scan = scanStatus(read([at(0n, 10n, 1000n, 20n)], 10), new Map(), running);
    assert.deepEqual([scan.share, scan.timeLeftMs], [0.5, 1000]);
  });

  it('is at its end in an empty topic, and nowhere before positions are known', () => {
    assert.equal(scanStatus(read([at(0n, 0n, 0n)]), new Map(), running).share, 1);
    assert.equal(scanStatus(read([]), new Map(), running).share, 0);
  });

  it('counts from its first beginning when it goes on after it was stopped', () => {
    const first = scanStarts(read([at(0n, 50n, 100n)]), new Map());
    const second = scanStarts(read([at(50n, 60n, 100n)]), first);
    const scan = scanStatus(read([at(60n, 75n, 100n)], 5), second, running);
    assert.deepEqual([scan.share, scan.timeLeftMs], [0.75, 5000]);
  });

  it('has no time left to tell while it stands', () => {
    const stopped = { matches: 0, running: false, canGoOn: true };
    const scan = scanStatus(read([at(0n, 50n, 100n)], 300), new Map(), stopped);
    assert.deepEqual(scan, { share: 0.5, matches: 0, canGoOn: true });
  });
});
