import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  AbortedTransactions,
  type TransactionFacts,
} from '../../../src/core/record/abortedTransactions.ts';

/** A batch of one offset as a transaction of `producerId` would have it. */
function written(
  lastOffset: bigint,
  producerId: bigint,
  kind: 'data' | 'marker' | 'plain' = 'data',
): TransactionFacts {
  return {
    lastOffset,
    producerId,
    transactional: kind !== 'plain',
    control: kind === 'marker',
  };
}

describe('aborted transactions', () => {
  it('hide their own records and no others, interleaved or not', () => {
    const aborted = new AbortedTransactions([
      { producerId: 2n, firstOffset: 11n },
      { producerId: 1n, firstOffset: 14n },
    ]);
    const log: [TransactionFacts, boolean][] = [
      [written(10n, 1n), false], // committed at 12
      [written(11n, 2n), true],
      [written(12n, 1n, 'marker'), false],
      [written(13n, 3n, 'plain'), false],
      [written(14n, 1n), true],
      [written(15n, 2n), true],
      [written(16n, 2n, 'marker'), false],
      [written(17n, 2n), false], // its next transaction, committed
      [written(18n, 1n), true],
      [written(19n, 1n, 'marker'), false],
      [written(20n, 1n), false],
    ];
    for (const [batch, hidden] of log)
      assert.equal(aborted.hides(batch), hidden, String(batch.lastOffset));
  });

  it('are known from the list alone where the response ends before their marker or begins within them', () => {
    const aborted = new AbortedTransactions([{ producerId: 5n, firstOffset: 100n }]);
    assert.equal(aborted.hides(written(500n, 5n)), true);
    assert.equal(aborted.hides(written(501n, 5n)), true);
  });
});
