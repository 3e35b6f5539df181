import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { blamedRange } from '../../../src/run/blamedRange.ts';
import { planRead } from '../../../src/run/consumer/planRead.ts';
import { tailPlanOf } from '../../../src/run/consumer/tailPlanOf.ts';
import { recordMakers } from '../../../src/run/producer/recordMakers.ts';
import { PropertyReader } from '../../../src/run/propertyReader.ts';
import { resultLine } from '../../../src/run/resultLine.ts';
import { RunScope, type ScopeSource } from '../../../src/run/runScope.ts';
import { textTable } from '../../../src/run/textTable.ts';
import { testClient } from '../../support/testClient.ts';
import { testContext } from '../../support/testContext.ts';
import { onlyBlock } from '../scratch/parsing.ts';

function source(text: string): ConstructorParameters<typeof RunScope>[0] {
  return { document: parseScratch(text), overrides: new Map(), environment: {}, now: () => 0 };
}

describe('@seed', () => {
  it('makes a run repeatable', () => {
    const uuids = (text: string): string[] => {
      const scope = new RunScope(source(text)).at(0);
      return [scope.uuid(), scope.uuid()];
    };
    assert.deepEqual(uuids('@seed = 42'), uuids('@seed = 42'));
    assert.notDeepEqual(uuids('@seed = 42'), uuids('@seed = 43'));
    assert.notDeepEqual(uuids(''), uuids(''));
    const [first = '', second] = uuids('@seed = 42');
    assert.match(first, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    assert.notEqual(first, second);
  });
});

describe('the lines of a body', () => {
  it('keep their white space as records, the first and the last as well', async () => {
    const text =
      'PRODUCER\r\ntopic: t\r\nrecords: lines\r\n\r\n\tno key\r\n  both  \r\nno value\t\r\n \r\n###';
    const context = testContext(parseScratch(text), testClient('127.0.0.1:1'));
    const reader = new PropertyReader(onlyBlock(text));
    const { makers } = await recordMakers(reader, new RunScope(context).at(0), context);
    assert.deepEqual(
      makers.map((maker) => maker.make((filled) => filled).value),
      ['\tno key', '  both  ', 'no value\t'],
    );
  });
});

describe('a tail view for a CONSUMER', () => {
  const planOf = (
    lines: string,
    group = '',
    nowMs = 0,
    more: Partial<ScopeSource> = {},
    table = false,
  ): unknown => {
    const text = `CONSUMER ${group}\ntopic: t\n${lines}`;
    const from = { ...source(text), now: () => nowMs, ...more };
    const block = from.document.blocks[0];
    assert.ok(block);
    return tailPlanOf(planRead(block, from), table);
  };

  it('starts where the block says', () => {
    assert.deepEqual(planOf(''), { from: { kind: 'now' } });
    assert.deepEqual(planOf('from: earliest'), { from: { kind: 'beginning' } });
    assert.deepEqual(planOf('from: last 3'), { from: { kind: 'last', count: 3 } });
    const hourAgo = { kind: 'time', timestampMs: 3_600_000 };
    assert.deepEqual(planOf('from: -1h', '', 7_200_000), { from: hourAgo });
    const from = { kind: 'offset', partition: 2, offset: '9007199254740993' };
    assert.deepEqual(planOf('from: 9007199254740993\npartitions: 2'), { from, partitions: [2] });
    assert.deepEqual(planOf('from: 2=9007199254740993'), { from });
  });

  it('starts where the setting says, where the block does not', () => {
    const consumeFrom = 'earliest';
    assert.deepEqual(planOf('', '', 0, { consumeFrom }), { from: { kind: 'beginning' } });
    assert.deepEqual(planOf('', 'g', 0, { consumeFrom }), { from: { kind: 'beginning' } });
    assert.deepEqual(planOf('from: latest', '', 0, { consumeFrom }), { from: { kind: 'now' } });
  });

  it('filters and isolates as the block says', () => {
    assert.deepEqual(planOf('where: key == "a"\nisolation: read_committed'), {
      from: { kind: 'now' },
      filter: { kind: 'expression', text: 'key == "a"' },
      isolation: 'committed',
    });
  });

  it('ends where the block does, where a table is asked for', () => {
    const table = (lines: string, group = ''): unknown => planOf(lines, group, 7_200_000, {}, true);
    const from = { kind: 'now' };
    assert.deepEqual(table('limit: 5'), { from, to: { kind: 'count', count: 5 } });
    assert.deepEqual(table('to: end'), { from, to: { kind: 'end' } });
    const hourAgo = { kind: 'time', timestampMs: 3_600_000 };
    assert.deepEqual(table('to: -1h'), { from, to: hourAgo });
    const to = { kind: 'offset', partition: 2, offset: '9' };
    assert.deepEqual(table('to: 2=9\npartitions: 2'), { from, to, partitions: [2] });
    assert.equal(planOf('limit: 5'), undefined);
    // A view has one end, and reads one partition up to an offset.
    assert.equal(table('to: end\nlimit: 5'), undefined);
    assert.equal(table('to: 2=9'), undefined);
    assert.equal(table('to: 9\npartitions: 1,2'), undefined);
    assert.equal(table('to: end', 'g'), undefined);
  });

  it('begins where a group has committed nothing', () => {
    assert.deepEqual(planOf('from: earliest', 'g'), { from: { kind: 'beginning' } });
    assert.deepEqual(planOf('from: 5', 'g'), { from: { kind: 'now' } });
  });

  it('is not used where the block ends, or starts where a tail view cannot', () => {
    for (const lines of ['to: end', 'limit: 5', 'from: 7']) {
      assert.equal(planOf(lines), undefined, lines);
    }
  });
});

describe('the text to blame for what the cluster refused', () => {
  it('is the value of the property that it is about, or the name of the block', () => {
    const { blocks } = parseScratch(
      'PRODUCER\ntopic: t\nx\n###\nTOPIC t\nDELETE topic t\nSHOW topics',
    );
    const [producer, topic, remove, show] = blocks;
    assert.ok(producer && topic && remove && show);
    assert.equal(blamedRange(producer, 'topicUnknown')?.start.line, 1);
    assert.deepEqual(blamedRange(topic, 'replicationFactorInvalid'), topic.argumentRange);
    assert.deepEqual(blamedRange(remove, 'topicUnknown'), remove.argumentRange);
    assert.equal(blamedRange(producer, 'partitionUnknown'), undefined);
    assert.equal(blamedRange(show, 'connectionRefused'), undefined);
  });
});

describe('a result as text', () => {
  it('is one JSON line without the place in the file', () => {
    const start = { line: 0, character: 0 };
    const error = {
      reason: 'inputInvalid',
      message: 'No.',
      short: 'No',
      range: { start, end: start },
    } as const;
    assert.equal(
      resultLine({ block: 0, kind: 'SHOW', line: 3, ok: false, ms: 1, error }),
      '{"block":0,"kind":"SHOW","line":3,"ok":false,"ms":1,"error":{"reason":"inputInvalid","message":"No."}}',
    );
  });

  it('is a table in aligned columns', () => {
    const rows = [
      { topic: 'users', partitions: 3, note: null },
      { topic: 'a', partitions: 12, note: 'x\ny' },
    ];
    assert.equal(
      textTable(rows),
      'topic  partitions  note\nusers  3           null\na      12          x⏎y',
    );
  });
});
