import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PartitionProgress } from '../../../src/kafka/read/readProgress.ts';
import { readSpan } from '../../../src/vscode/tail/readSpan.ts';
import { ReaderChain } from '../../../src/vscode/tail/readerChain.ts';

type Place = Pick<PartitionProgress, 'start' | 'position' | 'stop'>;
const places = (...partitions: Place[]) =>
  partitions.map((each, partition) => ({ topic: 't', partition, ...each }) as PartitionProgress);
const reader = (records: number, ...partitions: Place[]) => ({
  progress: { records, seen: records * 10, partitions: places(...partitions) },
});
const at = (start: bigint, position: bigint, stop?: bigint): Place => ({ start, position, stop });

describe('what readers do one after the other', () => {
  it('counts once, and begins where the first began', () => {
    const chain = new ReaderChain<ReturnType<typeof reader>>();
    assert.equal(chain.soFar.records, 0);
    chain.add(reader(5, at(3n, 8n)));
    assert.equal(chain.soFar.records, 5);
    chain.add(reader(2, at(8n, 10n), at(0n, 1n)));
    const { records, seen, starts } = chain.soFar;
    assert.deepEqual([records, seen], [7, 70]);
    assert.deepEqual(
      [...starts],
      [
        ['t/0', 3n],
        ['t/1', 0n],
      ],
    );
  });

  it('means the records from where the first began to where the last has ended, or is to stop', () => {
    const chain = new ReaderChain();
    chain.add(reader(5, at(3n, 8n, 20n)));
    const { starts } = chain.soFar;
    const span = (ended: boolean, ...now: Place[]) => readSpan('t', places(...now), starts, ended);
    assert.deepEqual(span(true, at(8n, 10n, 20n)), {
      starts: new Map([[0, 3n]]),
      stops: new Map([[0, 10n]]),
    });
    assert.deepEqual(span(false, at(8n, 10n, 20n)).stops, new Map([[0, 20n]]));
    assert.equal(span(false, at(8n, 10n)).stops, undefined);
    const unknown = { start: undefined, position: undefined, stop: undefined };
    assert.equal(span(false, at(8n, 10n), unknown).starts, undefined);
    assert.deepEqual(readSpan('another', places(at(8n, 10n)), starts, true), {});
  });
});
