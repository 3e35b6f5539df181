import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Parsed } from '../../../src/core/scratch/parsed.ts';
import { propertyTables } from '../../../src/core/scratch/properties/propertyTables.ts';
import { celExpression } from '../../../src/core/scratch/values/celExpression.ts';
import { dataFormat } from '../../../src/core/scratch/values/dataFormat.ts';
import { groupReset } from '../../../src/core/scratch/values/groupReset.ts';
import { headerEntry, headerList } from '../../../src/core/scratch/values/headerValues.ts';
import { partitionList } from '../../../src/core/scratch/values/partitionList.ts';
import { rate } from '../../../src/core/scratch/values/rate.ts';
import { readStart } from '../../../src/core/scratch/values/readStart.ts';
import { readStop } from '../../../src/core/scratch/values/readStop.ts';
import { recordsSource } from '../../../src/core/scratch/values/recordsSource.ts';
import { sizeBytes } from '../../../src/core/scratch/values/size.ts';
import { isoMs, moment, momentMs } from '../../../src/core/scratch/values/time.ts';
import { valueSource } from '../../../src/core/scratch/values/valueSource.ts';

function valueOf<T>(result: Parsed<T>): T | string {
  return result.ok ? result.value : result.problem.code;
}

describe('from:', () => {
  it('is a word, an offset, the last records, a time, or an offset for each partition', () => {
    assert.deepEqual(valueOf(readStart('earliest')), { kind: 'earliest' });
    assert.deepEqual(valueOf(readStart('120')), { kind: 'offset', offset: 120n });
    assert.deepEqual(valueOf(readStart('last 10')), { kind: 'last', count: 10 });
    assert.deepEqual(valueOf(readStart('0=120, 1=98')), {
      kind: 'offsets',
      offsets: new Map([
        [0, 120n],
        [1, 98n],
      ]),
    });
    assert.deepEqual(valueOf(readStart('-15m')), {
      kind: 'moment',
      moment: { kind: 'fromNow', offsetMs: -900_000 },
    });
  });

  it('is milliseconds since 1970 from 13 digits on, else an offset', () => {
    assert.deepEqual(valueOf(readStart('1769860800000')), {
      kind: 'moment',
      moment: { kind: 'at', epochMs: 1_769_860_800_000 },
    });
    assert.deepEqual(valueOf(readStart('176986080000')), { kind: 'offset', offset: 176986080000n });
    assert.deepEqual(valueOf(readStart('9223372036854775807')), {
      kind: 'offset',
      offset: 2n ** 63n - 1n,
    });
  });

  it('refuses everything else', () => {
    for (const text of [
      '',
      '10abc',
      '-1',
      'last',
      'last 0',
      '0=1,0=2',
      '1.5',
      '9223372036854775808',
    ]) {
      assert.equal(valueOf(readStart(text)), 'startInvalid', text);
    }
  });
});

describe('to:', () => {
  it('is the end, an offset, a time, or an offset for each partition', () => {
    assert.deepEqual(valueOf(readStop('end')), { kind: 'end' });
    assert.deepEqual(valueOf(readStop('5')), { kind: 'offset', offset: 5n });
    assert.equal(valueOf(readStop('latest')), 'stopInvalid');
  });
});

describe('times', () => {
  it('are UTC where no zone is given', () => {
    const noon = Date.UTC(2026, 0, 31, 12);
    const texts = ['2026-01-31T12:00Z', '2026-01-31 12:00:00', '2026-01-31T13:00:00.000+01:00'];
    for (const text of [...texts, '2026-01-31T12:00:00.0000001Z']) {
      assert.equal(isoMs(text), noon, text);
    }
    assert.equal(isoMs('2026-01-31'), Date.UTC(2026, 0, 31));
    assert.equal(isoMs('0099-01-01'), Date.parse('0099-01-01T00:00:00Z'));
  });

  it('are not days or hours that never were', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-01-01T24:00', '5pm', '2026-1-1']) {
      assert.equal(isoMs(text), undefined, text);
    }
  });

  it('count from the moment of the run where they are relative', () => {
    for (const [text, expected] of [
      ['now', 1_000_000],
      ['now-5m', 700_000],
      ['now + 1s', 1_001_000],
      ['-10s', 990_000],
      ['1769860800000', 1_769_860_800_000],
    ] as const) {
      const result = moment(text);
      assert.ok(result.ok, text);
      assert.equal(momentMs(result.value, 1_000_000), expected, text);
    }
  });
});

describe('partitions:', () => {
  it('come once each in the order of their numbers', () => {
    assert.deepEqual(valueOf(partitionList('2,10,1')), [1, 2, 10]);
    assert.deepEqual(valueOf(partitionList(' 0 , 2-3, 3 ')), [0, 2, 3]);
  });

  it('refuse reversed ranges, half ranges and ranges without end', () => {
    assert.equal(valueOf(partitionList('3-1')), 'partitionRangeReversed');
    assert.equal(valueOf(partitionList('5-')), 'partitionsInvalid');
    assert.equal(valueOf(partitionList('0-999999999')), 'partitionsTooMany');
  });
});

describe('where:', () => {
  it('is an expression that can be run as it is written', () => {
    assert.equal(
      valueOf(celExpression('value.seq % 2 == 0 && key != null')),
      'value.seq % 2 == 0 && key != null',
    );
    for (const text of [
      'value ==',
      'valu.seq == 1',
      '1 + 1',
      '"a" + 1 == 2',
      'x'.repeat(100_000),
      '('.repeat(5000),
    ]) {
      assert.equal(valueOf(celExpression(text)), 'expressionInvalid', text.slice(0, 20));
    }
    assert.equal(valueOf(celExpression('')), 'valueMissing');
  });
});

describe('headers', () => {
  it('keep commas, equals signs and null in header:', () => {
    assert.deepEqual(valueOf(headerEntry('a = b = c, d')), ['a', 'b = c, d']);
    assert.deepEqual(valueOf(headerEntry('a = null')), ['a', null]);
    assert.deepEqual(valueOf(headerEntry('a = ""')), ['a', '']);
    assert.deepEqual(valueOf(headerEntry('a =')), ['a', '']);
    assert.equal(valueOf(headerEntry('no equals')), 'headerInvalid');
  });

  it('split headers: as the existing format does', () => {
    assert.deepEqual(valueOf(headerList('a=b , c=d=e, f, =g')), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

describe('formats', () => {
  it('are known with and without their argument', () => {
    const format = dataFormat('consume');
    assert.deepEqual(valueOf(format('string')), { kind: 'string', encoding: 'utf8' });
    assert.deepEqual(valueOf(format('string( HEX )')), { kind: 'string', encoding: 'hex' });
    assert.deepEqual(valueOf(format('long')), { kind: 'long' });
    assert.deepEqual(valueOf(format('protobuf(a.B)')), { kind: 'protobuf', message: 'a.B' });
    assert.deepEqual(valueOf(format('none')), { kind: 'none' });
  });

  it('are refused where they are none', () => {
    assert.equal(valueOf(dataFormat('produce')('none')), 'formatInvalid');
    assert.equal(valueOf(dataFormat('produce')('long(5)')), 'formatInvalid');
    assert.equal(valueOf(dataFormat('produce')('protobuf')), 'formatInvalid');
    assert.equal(valueOf(dataFormat('produce')('string(klingon)')), 'encodingUnknown');
  });
});

describe('other values', () => {
  it('are read', () => {
    assert.deepEqual(valueOf(rate('30/m')), 0.5);
    assert.equal(valueOf(rate('0/s')), 'rateInvalid');
    assert.equal(sizeBytes('1GB'), 2 ** 30);
    assert.equal(sizeBytes('512 KiB'), 2 ** 19);
    assert.deepEqual(valueOf(recordsSource('file(a.csv)')), {
      shape: 'csv',
      file: { path: 'a.csv' },
    });
    assert.deepEqual(valueOf(recordsSource('lines file("a b.csv")')), {
      shape: 'lines',
      file: { path: 'a b.csv' },
    });
    assert.deepEqual(valueOf(valueSource("file('x y.bin')")), {
      kind: 'file',
      file: { path: 'x y.bin' },
    });
    assert.deepEqual(valueOf(groupReset('shift -100')), { kind: 'shift', by: -100n });
    assert.deepEqual(valueOf(groupReset('like other group')), {
      kind: 'like',
      group: 'other group',
    });
    assert.equal(valueOf(groupReset('shift x')), 'resetInvalid');
  });
});

describe('the property tables', () => {
  for (const [kind, table] of Object.entries(propertyTables)) {
    for (const spec of table.values()) {
      it(`explain ${spec.name} of ${kind} and offer only values that it takes`, () => {
        assert.match(spec.doc, /^\p{Lu}.*\.$/u);
        const { hint } = spec;
        const offered =
          hint.kind === 'choices' ? hint.choices : 'examples' in hint ? hint.examples : [];
        for (const text of offered.filter((one) => !one.includes('{{'))) {
          assert.ok(spec.parse(text).ok, text);
        }
        assert.ok(spec.config === undefined || spec.parse(spec.config.default).ok);
      });
    }
  }
});
