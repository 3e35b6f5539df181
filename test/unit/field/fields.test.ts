import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fieldPathText, parseFieldPath } from '../../../src/core/field/fieldPath.ts';
import { jsonField } from '../../../src/core/field/jsonField.ts';
import { fieldText, recordField, type FieldSource } from '../../../src/core/field/recordField.ts';
import { fieldCells } from '../../../src/vscode/tail/fields/fieldCell.ts';
import { sampleFields } from '../../../src/vscode/tail/fields/sampleFields.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function record(value: string | null, key: string | null = null): FieldSource {
  return {
    key: () => (key === null ? null : bytes(key)),
    value: () => (value === null ? null : bytes(value)),
    headers: () => [
      { name: bytes('trace-id'), value: bytes('abc') },
      { name: bytes('source'), value: bytes('a') },
      { name: bytes('source'), value: null },
    ],
  };
}

describe('the path of a field', () => {
  it('is read as it is written, names with dots in quotes', () => {
    const steps = (text: string) => {
      const path = parseFieldPath(text);
      return path?.root === 'header' ? [path.name] : path?.steps;
    };
    assert.deepEqual(steps('value.order.items[0].sku'), ['order', 'items', '0', 'sku']);
    assert.deepEqual(steps('value.items.0'), ['items', '0']);
    assert.deepEqual(steps('key["a.b"]["\\""]'), ['a.b', '"']);
    assert.deepEqual(steps('header.x.y[0]'), ['x.y[0]']);
    for (const text of [
      '',
      'value',
      'key',
      'header.',
      'offset',
      'values.a',
      'value.',
      'value..a',
    ]) {
      assert.equal(parseFieldPath(text), undefined, text);
    }
    assert.equal(parseFieldPath('value[1'), undefined);
    assert.equal(parseFieldPath(`value${'.a'.repeat(51)}`), undefined);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }),
        (steps) => {
          const path = { root: 'value', steps } as const;
          assert.deepEqual(parseFieldPath(fieldPathText(path)), path);
        },
      ),
    );
  });
});

describe('a field of JSON', () => {
  it('keeps every digit, and null apart from absent', () => {
    const text = '{"a":{"id":9007199254740993,"t":1.10},"n":null,"l":[1,[2, 3]],"a.b":"x"}';
    assert.equal(jsonField(text, ['a', 'id']), '9007199254740993');
    assert.equal(jsonField(text, ['a', 't']), '1.10');
    assert.equal(jsonField(text, ['n']), 'null');
    assert.equal(jsonField(text, ['m']), undefined);
    assert.equal(jsonField(text, ['n', 'x']), undefined);
    assert.equal(jsonField(text, ['l', '1']), '[2, 3]');
    assert.equal(jsonField(text, ['l', '1', '1']), '3');
    assert.equal(jsonField(text, ['l', '2']), undefined);
    assert.equal(jsonField(text, ['a.b']), '"x"');
  });

  it('is the last of two with one name, whatever escapes the name is written with', () => {
    assert.equal(jsonField('{"a":1,"\\u0061":2}', ['a']), '2');
  });

  it('is what a parser finds there', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const check = (value: unknown, steps: readonly string[]): void => {
          const found = jsonField(text, steps);
          assert.ok(found !== undefined, `${text} ${steps.join('/')}`);
          assert.deepEqual(JSON.parse(found), value);
          if (typeof value !== 'object' || value === null) return;
          for (const [name, member] of Object.entries(value)) check(member, [...steps, name]);
        };
        check(JSON.parse(text), []);
      }),
    );
  });

  it('is nothing in what is no JSON, which never throws', () => {
    for (const text of [
      '',
      '{',
      '{"a"',
      '{"a":',
      '{"a":}',
      '{"a":1',
      '[1',
      'x',
      '{"a":"',
      '{a:1}',
    ]) {
      assert.equal(jsonField(text, ['a']), undefined, text);
      assert.equal(jsonField(text, ['1']), undefined, text);
    }
    fc.assert(fc.property(fc.string(), (text) => void jsonField(text, ['a', '0'])));
    const deep = '['.repeat(1_000_000);
    assert.equal(jsonField(deep, ['0']), undefined);
  });
});

describe('the columns of fields', () => {
  it('show what is there: text, a number as it is written, null, empty, nothing', () => {
    const cells = fieldCells(
      record('{"n":9007199254740993,"s":"it\\"s","e":"","z":null,"o":{"a":1}}'),
      [
        'value.n',
        'value.s',
        'value.e',
        'value.z',
        'value.o',
        'value.absent',
        'header.trace-id',
        'header.source',
        'header.none',
      ],
    );
    const shown = Object.values(cells).map((cell) => cell && `${cell.kind} ${cell.text}`);
    assert.deepEqual(shown, [
      'text 9007199254740993',
      'text it"s',
      'empty ',
      'null ',
      'text {"a":1}',
      null,
      'text abc',
      'text ["a",null]',
      null,
    ]);
  });

  it('are copied in full', () => {
    const long = 'x'.repeat(5_000);
    const text = (path: string, from = record(JSON.stringify({ long, z: null }))) => {
      const parsed = parseFieldPath(path);
      return fieldText(parsed && recordField(from, parsed));
    };
    assert.equal(text('value.long'), long);
    assert.equal(text('value.z'), null);
    assert.equal(text('value.y'), undefined);
    assert.equal(text('header.source'), '["a",null]');
    assert.equal(text('key.id', record(null, '{"id":1}')), '1');
  });

  it('are offered as records have them', () => {
    assert.deepEqual(
      sampleFields([record('{"a":{"b":1},"l":[1,2,3,4]}', 'plain'), record('no json')]),
      [
        'header.trace-id',
        'header.source',
        'value.a',
        'value.a.b',
        'value.l',
        'value.l[0]',
        'value.l[1]',
        'value.l[2]',
      ],
    );
  });
});
