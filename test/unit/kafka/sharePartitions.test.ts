import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sharePartitions, sharings } from '../../../src/kafka/consume/sharePartitions.ts';

const member = (memberId: string, ...topics: string[]) => ({ memberId, topics });

describe('partitions shared among members', () => {
  it('as Java’s RangeAssignor shares them', () => {
    const shares = sharePartitions(
      'range',
      [member('b', 't', 'u'), member('a', 't')],
      new Map([
        ['t', 3],
        ['u', 2],
      ]),
    );
    assert.deepEqual(Object.fromEntries(shares), {
      a: [{ topic: 't', partitions: [0, 1] }],
      b: [
        { topic: 't', partitions: [2] },
        { topic: 'u', partitions: [0, 1] },
      ],
    });
  });

  it('as Java’s RoundRobinAssignor shares them', () => {
    const members = [member('a', 't', 'u'), member('b', 't', 'u'), member('c', 'u')];
    const counts = new Map([
      ['t', 3],
      ['u', 2],
    ]);
    assert.deepEqual(Object.fromEntries(sharePartitions('roundrobin', members, counts)), {
      a: [{ topic: 't', partitions: [0, 2] }],
      b: [
        { topic: 't', partitions: [1] },
        { topic: 'u', partitions: [0] },
      ],
      c: [{ topic: 'u', partitions: [1] }],
    });
  });

  it('go each to one member that wants them', () => {
    const topics = ['t', 'u', 'v'];
    const members = fc.uniqueArray(
      fc.record({ memberId: fc.string({ minLength: 1 }), topics: fc.subarray(topics) }),
      { selector: ({ memberId }) => memberId, maxLength: 6 },
    );
    fc.assert(
      fc.property(members, fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), (all, sizes) => {
        const counts = new Map(topics.map((topic, index) => [topic, sizes[index] ?? 0]));
        for (const how of sharings) {
          const given = [...sharePartitions(how, all, counts)].flatMap(([memberId, shares]) =>
            shares.flatMap(({ topic, partitions }) => {
              assert.ok(all.find((one) => one.memberId === memberId)?.topics.includes(topic));
              return partitions.map((partition) => `${topic}/${partition}`);
            }),
          );
          const wanted = topics
            .filter((topic) => all.some((one) => one.topics.includes(topic)))
            .flatMap((topic) =>
              Array.from({ length: counts.get(topic) ?? 0 }, (_, index) => `${topic}/${index}`),
            );
          assert.deepEqual(given.sort(), wanted.sort());
        }
      }),
    );
  });
});
