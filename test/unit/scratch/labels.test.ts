import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { problem } from '../../../src/core/scratch/problem.ts';
import { ProblemError } from '../../../src/core/scratch/problemError.ts';
import { lensTitles, type LensState } from '../../../src/messages/lensTitles.ts';
import { progressText, scheduleText } from '../../../src/messages/progressText.ts';
import { resultText, type ResultFacts } from '../../../src/messages/resultText.ts';
import { failureOf } from '../../../src/run/failureOf.ts';
import { english } from '../../../src/messages/translate.ts';

const state: LensState = {
  kind: 'PRODUCER',
  group: '',
  commits: true,
  refused: false,
  further: [],
  remedies: [],
  running: false,
  viewing: false,
  opens: undefined,
  cluster: 'Local',
  pinned: false,
};
const titles = (changes: Partial<LensState>): string[] =>
  lensTitles({ ...state, ...changes }, english).map(({ title }) => title.replace('\u00a0', ' '));

describe('the lenses of a block', () => {
  it('run it and name its cluster', () => {
    assert.deepEqual(titles({}), ['$(play) Run', '×10', '$(server) Local']);
    assert.deepEqual(titles({ pinned: true }), ['$(play) Run', '×10', '$(pinned) Local']);
    assert.deepEqual(titles({ cluster: undefined }), [
      '$(play) Run',
      '×10',
      '$(server) Choose a cluster',
    ]);
  });

  it('keep the icon and the text apart where plain spaces are dropped', () => {
    const [run] = lensTitles(state, english);
    assert.equal(run?.title, '$(play)\u00a0Run');
  });

  it('cancel it while it runs', () => {
    assert.deepEqual(titles({ running: true, opens: 'place' }), [
      '$(debug-stop) Cancel',
      '$(server) Local',
    ]);
  });

  it('stop the view that reads for a CONSUMER, and show what runs as a table', () => {
    const consumer = { kind: 'CONSUMER', further: ['table'] } as const;
    const shown = ['$(debug-stop) Stop', '$(table) Show as Table', '$(server) Local'];
    assert.deepEqual(titles({ ...consumer, viewing: true }), shown);
    assert.deepEqual(titles({ ...consumer, running: true })[1], '$(table) Show as Table');
    assert.deepEqual(titles(consumer).slice(0, 2), ['$(play) Run', '$(table) Show as Table']);
  });

  it('say what can be done about its failure', () => {
    const remedies = [{ action: 'createTopic', topic: 'orders' }] as const;
    assert.equal(titles({ remedies })[1], '$(lightbulb) Create Topic');
    const lens = lensTitles({ ...state, remedies }, english)[1];
    assert.equal(lens?.tooltip, 'Create Topic “orders”', 'what the row has no room for');
    assert.equal(titles({ remedies, running: true }).length, 2);
  });

  it('open what it gave', () => {
    assert.deepEqual(titles({ opens: 'place' }), [
      '$(play) Run',
      '×10',
      '$(go-to-file) Open',
      '$(server) Local',
    ]);
    assert.equal(titles({ opens: 'table' })[2], '$(table) Show as Table');
  });

  it('offer what else can be done with what the block names, unless it runs', () => {
    const further = ['describe', 'preview', 'delete'] as const;
    assert.deepEqual(titles({ kind: 'TOPIC', further, opens: 'place' }), [
      '$(play) Run',
      'Describe',
      'Preview',
      'Delete…',
      '$(go-to-file) Open',
      '$(server) Local',
    ]);
    assert.deepEqual(titles({ kind: 'TOPIC', further: ['describe'], refused: true }), [
      '$(lock) Read-only cluster',
      'Describe',
      '$(server) Local',
    ]);
    assert.equal(titles({ kind: 'TOPIC', further, running: true }).length, 2);
  });

  it('offer no run where the block writes and its cluster is read-only', () => {
    assert.deepEqual(titles({ refused: true }), ['$(lock) Read-only cluster', '$(server) Local']);
  });

  it('say that a CONSUMER with a group commits', () => {
    assert.equal(
      titles({ kind: 'CONSUMER', group: 'billing' })[0],
      '$(play) Run as a member (commits offsets)',
    );
    assert.equal(
      titles({ kind: 'CONSUMER', group: 'billing', commits: false })[0],
      '$(play) Run as a member (commits nothing)',
    );
  });
});

describe('the result at a block', () => {
  const place = (
    partition: number,
    offset: string,
  ): NonNullable<ResultFacts['records']>[number] => ({
    topic: 'users',
    partition,
    offset,
  });
  const golden: readonly (readonly [expected: string, result: ResultFacts])[] = [
    [
      '✓ users[2]@1043 · 12 ms',
      { kind: 'PRODUCER', ok: true, ms: 12, records: [place(2, '1043')] },
    ],
    [
      '✓ nothing was done · 2 rows · 12 ms',
      { kind: 'TOPIC', ok: true, ms: 12, plan: 'This changes …', rows: [1, 2] },
    ],
    ['✓ nothing was done · 12 ms', { kind: 'PRODUCER', ok: true, ms: 12, plan: 'This writes …' }],
    [
      '✓ sent to users[2] · 12 ms',
      { kind: 'PRODUCER', ok: true, ms: 12, records: [{ topic: 'users', partition: 2 }] },
    ],
    [
      '✓ 2 records · 1 partition · 12 ms',
      { kind: 'PRODUCER', ok: true, ms: 12, records: [place(2, '1'), place(2, '2')] },
    ],
    [
      '✓ 1,000 records · 3 partitions · 5,000/s · 200 ms',
      {
        kind: 'PRODUCER',
        ok: true,
        ms: 200,
        count: 1000,
        ranges: [0, 1, 2, 0].map((partition) => ({ partition, firstOffset: '7' })),
      },
    ],
    [
      '✓ 1,000 records sent · 1 partition · 12 ms',
      { kind: 'PRODUCER', ok: true, ms: 12, count: 1000, ranges: [{ partition: 0 }] },
    ],
    [
      '✗ 1 written, 2 refused, 1,000 unknown: Topic "ordrs" does not exist.',
      {
        kind: 'PRODUCER',
        ok: false,
        ms: 1,
        records: [place(0, '1')],
        refused: 2,
        unknown: 1000,
        error: { message: 'Topic "ordrs" does not exist.' },
      },
    ],
    [
      '✗ Topic "ordrs" does not exist.',
      { kind: 'PRODUCER', ok: false, ms: 1, error: { message: 'Topic "ordrs" does not exist.' } },
    ],
    ['✓ 1 record · 3 ms', { kind: 'CONSUMER', ok: true, ms: 3, records: [place(0, '1')] }],
    [
      '✓ more than 1 records · 3 ms',
      { kind: 'CONSUMER', ok: true, ms: 3, records: [place(0, '1')], truncated: true },
    ],
    ['✓ created · 31 ms', { kind: 'TOPIC', ok: true, ms: 31, change: 'created' }],
    ['✓ already so · 3 ms', { kind: 'TOPIC', ok: true, ms: 3, change: 'alreadySo' }],
    ['✓ deleted · 3 ms', { kind: 'DELETE', ok: true, ms: 3, change: 'deleted' }],
    ['✓ 2 rows · 3 ms', { kind: 'SHOW', ok: true, ms: 3, rows: [{}, {}] }],
  ];
  for (const [expected, result] of golden) {
    it(`reads “${expected}”`, () => {
      assert.equal(resultText(result, english), expected);
    });
  }

  it('says why in few words, and in all of them where there is room', () => {
    const topic = failureOf(
      new KafkaError('topicUnknown', 'x', { details: { topic: 'ordrs' } }),
      english,
    );
    const result = { kind: 'PRODUCER', ok: false, ms: 1, error: topic };
    assert.equal(resultText(result, english), '✗ topic "ordrs" does not exist');
    assert.equal(
      resultText(result, english, 'en', 'whole'),
      '✗ Topic "ordrs" does not exist in this cluster. Check its name, or create it.',
    );
    const text = failureOf(new ProblemError(problem('formatCannotHold', 'a.b', 'long')), english);
    assert.equal(text.short, '“a.b” cannot be written as long without losing something');
  });

  it('says what a cancelled run wrote, how far one is, and how a scheduled one stands', () => {
    const cancelled = {
      kind: 'PRODUCER',
      ok: false,
      ms: 9,
      count: 1200,
      unknown: 3,
      cancelled: true,
    };
    assert.equal(
      resultText(cancelled as ResultFacts, english),
      '■ cancelled: 1,200 written, 3 unknown',
    );
    assert.equal(
      progressText({ written: 12_000, ms: 2000 }, english),
      'running… 12,000 records · 6,000/s',
    );
    assert.equal(scheduleText('3s', 1, '✓ x', english), 'every 3s · sent once · ✓ x');
    assert.equal(scheduleText('3s', 4, '✓ x', english), 'every 3s · sent 4 times · ✓ x');
  });

  it('writes numbers as the user does', () => {
    const result = { kind: 'SHOW', ok: true, ms: 1234, rows: [] };
    assert.equal(resultText(result, english, 'de'), '✓ 0 rows · 1.234 ms');
  });
});
