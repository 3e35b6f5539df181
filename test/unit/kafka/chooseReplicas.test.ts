import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseReplicas } from '../../../src/kafka/admin/chooseReplicas.ts';

const partition = (number: number, replicas: number[], leader = replicas[0]) => ({
  partition: number,
  leader,
  replicas,
  inSyncReplicas: replicas,
  offlineReplicas: [],
});

describe('the replicas of a topic with another replication factor', () => {
  it('stay where they are, with new ones on the brokers that have the fewest', () => {
    const partitions = [partition(0, [1]), partition(1, [1]), partition(2, [2])];
    assert.deepEqual(chooseReplicas(partitions, [1, 2, 3], 2), [
      { partition: 0, replicas: [1, 3] },
      { partition: 1, replicas: [1, 2] },
      { partition: 2, replicas: [2, 3] },
    ]);
  });

  it('lose the last ones that do not lead', () => {
    const partitions = [partition(0, [1, 2, 3]), partition(1, [1, 2, 3], 3), partition(2, [2])];
    assert.deepEqual(chooseReplicas(partitions, [1, 2, 3], 1), [
      { partition: 0, replicas: [1] },
      { partition: 1, replicas: [3] },
    ]);
  });

  it('cannot be more than there are brokers', () => {
    assert.equal(chooseReplicas([partition(0, [1])], [1], 2), undefined);
  });
});
