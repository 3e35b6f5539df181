import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { blamedRange } from '../../../src/run/blamedRange.ts';
import { planRead } from '../../../src/run/consumer/planRead.ts';
import { tailStartOf } from '../../../src/run/consumer/tailStartOf.ts';
import { resultLine } from '../../../src/run/resultLine.ts';
import { RunScope } from '../../../src/run/runScope.ts';
import { textTable } from '../../../src/run/textTable.ts';

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

describe('a tail view for a CONSUMER', () => {
  const startOf = (lines: string): unknown => {
    const text = `CONSUMER\ntopic: t\n${lines}`;
    const from = source(text);
    const block = from.document.blocks[0];
    assert.ok(block);
    return tailStartOf(planRead(block, from));
  };

  it('starts where the block says', () => {
    assert.deepEqual(startOf(''), { kind: 'now' });
    assert.deepEqual(startOf('from: earliest'), { kind: 'beginning' });
    const offset = { kind: 'offset', partition: 2, offset: '9007199254740993' };
    assert.deepEqual(startOf('from: 9007199254740993\npartitions: 2'), offset);
    assert.deepEqual(startOf('from: 2=9007199254740993'), offset);
  });

  it('is not used where the block ends, or starts where a tail view cannot', () => {
    for (const lines of ['to: end', 'limit: 5', 'from: 7', 'from: last 3', 'from: -1h']) {
      assert.equal(startOf(lines), undefined, lines);
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
