import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordFilter } from '../../../src/core/filter/recordFilter.ts';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { findBatches } from '../../../src/core/record/batchSpan.ts';
import { openBatch } from '../../../src/core/record/openBatch.ts';
import { BatchFilter } from '../../../src/kafka/read/batchFilter.ts';
import { contextOf } from '../record/batches.ts';
import { batchWith, bytesWith, kept, type TestRecord } from './filtering.ts';

const records: TestRecord[] = [
  { key: 'user_1', value: '{"seq":1,"id":9007199254740993,"name":"Zoë","tags":["a","b"]}' },
  { key: 'user_2', value: '{"seq":2,"nested":{"deep":[1,{"x":2.5}]},"ok":true}' },
  {
    key: 'user_1',
    headers: [
      ['trace', 'abc'],
      ['trace', 'def'],
    ],
  },
  { value: 'plain text about user_1' },
  { key: 'user_3', value: Uint8Array.of(0xff, 0xfe, 0x00) },
  {
    key: '{"id":7}',
    value: '[10, 20, 30]',
    headers: [['empty', null]],
    timestampMs: 1_600_000_000_000,
  },
];

async function indexes(filter: RecordFilter): Promise<number[]> {
  return (await kept(filter, batchWith(records))).indexes;
}
const cel = (expression: string): RecordFilter => [{ kind: 'cel', expression }];

describe('a filter on bytes', () => {
  it('finds text in the part that it names, and only there', async () => {
    const contains = (part: 'key' | 'value' | 'header' | 'any', text: string) =>
      indexes([{ kind: 'contains', part, text }]);
    assert.deepEqual(await contains('key', 'user_1'), [0, 2]);
    assert.deepEqual(await contains('value', 'user_1'), [3]);
    assert.deepEqual(await contains('any', 'user_1'), [0, 2, 3]);
    assert.deepEqual(await contains('header', 'de'), [2]);
    assert.deepEqual(await contains('value', 'Zoë'), [0]);
    assert.deepEqual(await contains('any', 'nowhere'), []);
  });

  it('compares whole keys and headers, of duplicates any', async () => {
    assert.deepEqual(await indexes([{ kind: 'keyEquals', text: 'user_1' }]), [0, 2]);
    assert.deepEqual(await indexes([{ kind: 'keyEquals', text: 'user_' }]), []);
    for (const text of ['abc', 'def']) {
      assert.deepEqual(await indexes([{ kind: 'headerEquals', header: 'trace', text }]), [2]);
    }
    assert.deepEqual(await indexes([{ kind: 'headerEquals', header: 'other', text: 'abc' }]), []);
  });

  it('keeps what meets every term', async () => {
    const both: RecordFilter = [
      { kind: 'keyEquals', text: 'user_1' },
      { kind: 'contains', part: 'value', text: 'seq' },
    ];
    assert.deepEqual(await indexes(both), [0]);
    assert.deepEqual(await indexes([...both, { kind: 'cel', expression: 'value.seq > 1' }]), []);
    assert.deepEqual(await indexes([]), [0, 1, 2, 3, 4, 5]);
  });

  it('keeps the others where it is negated: what is null or not there holds no text', async () => {
    const others = (filter: RecordFilter) =>
      indexes(filter.map((term) => ({ ...term, not: true })));
    for (const filter of [
      [{ kind: 'contains', part: 'any', text: 'user_1' }],
      [{ kind: 'contains', part: 'value', text: 'seq' }],
      [{ kind: 'keyEquals', text: 'user_1' }],
      [{ kind: 'headerEquals', header: 'trace', text: 'abc' }],
      [{ kind: 'contains', part: 'header', text: 'nowhere' }],
      [{ kind: 'regex', part: 'any', pattern: 'user_[12]' }],
      cel('key == "user_1"'),
    ] satisfies RecordFilter[]) {
      const all = [...(await indexes(filter)), ...(await others(filter))].sort();
      assert.deepEqual(all, [0, 1, 2, 3, 4, 5], JSON.stringify(filter));
    }
    const both: RecordFilter = [
      { kind: 'contains', part: 'any', text: 'user_1' },
      { kind: 'contains', part: 'value', text: 'seq', not: true },
    ];
    assert.deepEqual(await indexes(both), [2, 3]);
    const failing = cel('value.seq > 0');
    assert.deepEqual([await indexes(failing), await others(failing)], [[0, 1], []]);
  });

  it('does not find what only two neighbours hold together', async () => {
    const batch = batchWith([{ value: 'ab' }, { key: 'x', value: 'cd' }]);
    const { indexes: found } = await kept([{ kind: 'contains', part: 'value', text: 'bc' }], batch);
    assert.deepEqual(found, []);
  });
});

describe('a regular expression', () => {
  it('is looked for in the decoded text', async () => {
    const regex = (pattern: string, flags?: string) =>
      indexes([{ kind: 'regex', part: 'any', pattern, ...(flags && { flags }) }]);
    assert.deepEqual(await regex('^user_[12]$'), [0, 1, 2]);
    assert.deepEqual(await regex('ZO.', 'i'), [0]);
    assert.deepEqual(await regex('user_1|user_3'), [0, 2, 3, 4]);
  });

  it('that is none is said', async () => {
    const wrong: RecordFilter = [{ kind: 'regex', part: 'any', pattern: '(' }];
    await assert.rejects(BatchFilter.open(wrong), { reason: 'filterInvalid' });
  });

  it('that would take for ever is ended within a second, with the place where it hung', async () => {
    const hostile: RecordFilter = [{ kind: 'regex', part: 'value', pattern: '^(a+)+$' }];
    const batch = batchWith([{ value: 'fine' }, { value: `${'a'.repeat(40)}!` }]);
    const filter = await BatchFilter.open(hostile);
    const start = performance.now();
    await assert.rejects(
      Promise.resolve(filter.select(batch)),
      (error) =>
        error instanceof KafkaError &&
        error.reason === 'filterTooSlow' &&
        error.details.partition === 3 &&
        error.details.offset === '101',
    );
    assert.ok(performance.now() - start < 1_500);
    filter.close();
  });
});

describe('a CEL expression', () => {
  it('sees JSON as maps and lists, and whole numbers with all their digits', async () => {
    assert.deepEqual(await indexes(cel('value.id == 9007199254740993')), [0]);
    assert.deepEqual(await indexes(cel('value.id == 9007199254740992')), []);
    assert.deepEqual(await indexes(cel('value.nested.deep[1].x == 2.5')), [1]);
    assert.deepEqual(await indexes(cel('"b" in value.tags')), [0]);
    assert.deepEqual(await indexes(cel('value == [10, 20, 30]')), [5]);
    assert.deepEqual(await indexes(cel('has(value.ok) && value.ok')), [1]);
  });

  it('sees keys, text, bytes, headers, and where and when a record is', async () => {
    assert.deepEqual(await indexes(cel('key == "user_3"')), [4]);
    assert.deepEqual(await indexes(cel('key.id == 7')), [5]);
    assert.deepEqual(await indexes(cel('value == null')), [2]);
    assert.deepEqual(await indexes(cel('type(value) == bytes')), [4]);
    assert.deepEqual(await indexes(cel('headers["trace"] == "def"')), [2]);
    assert.deepEqual(await indexes(cel('"empty" in headers && headers["empty"] == null')), [5]);
    assert.deepEqual(await indexes(cel('offset == 103 && partition == 3 && topic == "t"')), [3]);
    assert.deepEqual(await indexes(cel('timestamp < timestamp("2021-01-01T00:00:00Z")')), [5]);
  });

  it('sees a mark of the byte order as a character of its text', async () => {
    const batch = batchWith([{ value: '{"name":"\ufeffabc"}' }]);
    assert.deepEqual((await kept(cel('value.name == "\ufeffabc"'), batch)).indexes, [0]);
  });

  it('fails on a time that no date can hold, where it looks at the time', async () => {
    const batch = batchWith([{ timestampMs: 1 }, { timestampMs: 8.64e15 + 1 }]);
    const { indexes: found, failures } = await kept(cel('timestamp.getFullYear() > 1'), batch);
    assert.deepEqual([found, failures?.count, failures?.first.offset], [[0], 1, 101n]);
    assert.deepEqual((await kept(cel('value == null'), batch)).indexes, [0, 1]);
  });

  it('that fails on records counts them and gives an example', async () => {
    const { indexes: found, failures } = await kept(cel('value.seq % 2 == 1'), batchWith(records));
    assert.deepEqual(found, [0]);
    assert.equal(failures?.count, 4);
    assert.deepEqual([failures.first.partition, failures.first.offset], [3, 102n]);
    assert.match(failures.first.message, /overload|key|type/i);
  });

  it('that is not valid is said with its place', async () => {
    const wrong = ['value.seq ==', 'nothing.seq == 1', '1 + 2', '"a" + 1 == 2'];
    for (const expression of wrong) {
      await assert.rejects(
        BatchFilter.open(cel(expression)),
        (error) => error instanceof KafkaError && error.reason === 'filterInvalid',
        expression,
      );
    }
  });

  it('that would take for ever is ended', async () => {
    const list = `[${Array.from({ length: 3_000 }, (_none, index) => index).join(',')}]`;
    const all = 'value.all(a, value.all(b, value.all(c, a + b + c >= 0)))';
    const filter = await BatchFilter.open(cel(all));
    await assert.rejects(Promise.resolve(filter.select(batchWith([{ value: list }]))), {
      reason: 'filterTooSlow',
    });
    filter.close();
  });
});

describe('what a filter keeps', () => {
  it('is copied out of its batch, with everything that a record tells', async () => {
    const batch = batchWith(records, 'lz4');
    const { found } = await kept([{ kind: 'headerEquals', header: 'trace', text: 'abc' }], batch);
    const [picked] = found;
    const record = picked?.record(0);
    assert.deepEqual([picked?.codec, picked?.count], ['lz4', 1]);
    assert.deepEqual(
      [record?.offset, record?.partition, record?.key()?.toString(), record?.value()],
      [102n, 3, [...Buffer.from('user_1')].join(','), null],
    );
    assert.deepEqual(
      record?.headers().map(({ value }) => Buffer.from(value ?? []).toString()),
      ['abc', 'def'],
    );
    assert.ok((picked?.sizeBytes ?? Infinity) < 100);
    assert.deepEqual([picked?.indexOf(0n), picked?.indexOf(103n)], [0, 1]);
  });

  it('is never from a batch whose checksum is wrong', async () => {
    const bytes = bytesWith(records);
    const at = Buffer.from(bytes).indexOf('plain text');
    bytes[at] = 0x50;
    for (const filter of [
      [{ kind: 'contains', part: 'value', text: 'Plain text' }],
      cel('value == "Plain text about user_1"'),
    ] as const) {
      const batch = openBatch(contextOf(3), bytes, findBatches(bytes)[0]!, { lazy: true });
      const { found } = await kept(filter, batch);
      assert.deepEqual(
        [found.length, found[0]?.count, found[0]?.corrupt?.reason],
        [1, 0, 'corruptBatch'],
      );
    }
  });
});
