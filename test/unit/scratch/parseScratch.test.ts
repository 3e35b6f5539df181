import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { diagnosticsOf, onlyBlock } from './parsing.ts';

describe('the blocks of a file', () => {
  it('are found for every keyword', () => {
    const text = [
      'TOPIC a',
      'GROUP g',
      'SHOW topics',
      'DELETE topic a',
      'CONSUMER',
      'CONNECTOR c',
      '{}',
      '###',
      'SCHEMA s',
      '{}',
      '###',
      'PRODUCER',
      'x',
    ].join('\n');
    assert.deepEqual(
      parseScratch(text).blocks.map(({ kind, startLine }) => `${kind} ${startLine}`),
      [
        'TOPIC 0',
        'GROUP 1',
        'SHOW 2',
        'DELETE 3',
        'CONSUMER 4',
        'CONNECTOR 5',
        'SCHEMA 8',
        'PRODUCER 11',
      ],
    );
  });

  it('have names that are filled in', () => {
    const lines = [
      'TOPIC {{ name }}-{{$index}}',
      'GROUP g-{{name}}',
      'SHOW topic {{ name }}',
      'DELETE topic {{name}}',
    ];
    const { blocks } = parseScratch(`@name = x\n${lines.join('\n')}`);
    assert.deepEqual(
      blocks.map(({ kind, argument }) => `${kind} ${argument}`),
      lines,
    );
    assert.deepEqual(diagnosticsOf(lines.slice(0, 1).join('\n')), [
      'error 0:6-16 There is no “@name = …” in this file. Write “\\{{” or “template: off” to send the braces as they are.',
    ]);
    const many = `TOPIC ${'{{a}}'.repeat(10_000)} x`;
    assert.equal(parseScratch(many).blocks.length, 0, 'is soon told from prose');
  });

  it('leave prose alone that begins with a keyword', () => {
    const prose = ['TOPIC of the day', 'GROUP', 'SHOW me', 'DELETE everything', 'SCHEMA a b'];
    for (const line of prose) {
      const { blocks, parts } = parseScratch(line);
      assert.equal(blocks.length, 0, line);
      assert.equal(parts[0]?.kind, 'text', line);
    }
  });

  it('have the ranges of keyword, argument, properties and body', () => {
    const block = onlyBlock('\nPRODUCER  a b \ntopic: users\n\n  {"a":\n1}  \n\n###');
    assert.deepEqual(block.range, {
      start: { line: 1, character: 0 },
      end: { line: 5, character: 4 },
    });
    assert.deepEqual(block.argumentRange.start, { line: 1, character: 10 });
    assert.deepEqual(block.properties[0]?.valueRange, {
      start: { line: 2, character: 7 },
      end: { line: 2, character: 12 },
    });
    assert.deepEqual(block.body?.range, {
      start: { line: 4, character: 2 },
      end: { line: 5, character: 2 },
    });
  });

  it('leave the comments behind a block without a body to what follows', () => {
    const { parts } = parseScratch(
      'CONSUMER\ntopic: a\n-- inside\nfrom: 1\n\n-- next\nCONSUMER\ntopic: b',
    );
    assert.deepEqual(
      parts.map(({ kind, startLine, endLine }) => `${kind} ${startLine}-${endLine}`),
      ['block 0-4', 'blank 4-5', 'comment 5-6', 'block 6-8'],
    );
  });

  it('end at a variable line where they have no body', () => {
    const { blocks, variables } = parseScratch('CONSUMER\ntopic: a\n@x = 1\nCONSUMER\ntopic: b');
    assert.deepEqual([blocks.length, variables[0]?.name, variables[0]?.text], [2, 'x', '1']);
  });

  it('are SHOW and DELETE for one line only', () => {
    assert.deepEqual(diagnosticsOf('SHOW topics\nsome prose'), [
      'hint 1:0-10 This text belongs to no block and does nothing. Start comments with “--”.',
    ]);
  });
});

describe('the diagnostics of a file', () => {
  const golden: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'hint at a keyword with letters behind it',
      'PRODUCERfoo\ntopic: t',
      ['hint 0:0-11 This is not a block: PRODUCER must be a word of its own.'],
    ],
    [
      'hint at a keyword in a body',
      'PRODUCER\ntopic: t\na\nCONSUMER',
      [
        'hint 3:0-8 This CONSUMER is part of the text above. End the block above with a line “###”.',
      ],
    ],
    [
      'miss a topic and a body',
      'PRODUCER\nkey: a\n###\nCONSUMER',
      [
        'error 0:0-8 This PRODUCER needs a “topic”.',
        'error 0:0-8 This PRODUCER has no text. Write it below the properties.',
        'error 3:0-8 This CONSUMER needs a “topic”.',
      ],
    ],
    [
      'hint at a body that begins with a misspelt property',
      'PRODUCER\ntopic: t\npartitions: 2\nx',
      [
        'hint 2:0-11 The text to send starts here. If this line is meant as a property, write “partition: …” at its beginning.',
      ],
    ],
    [
      'hint at a body that begins with an indented property',
      'PRODUCER\ntopic: t\n  key : a\nx',
      [
        'hint 2:0-7 The text to send starts here. If this line is meant as a property, write “key: …” at its beginning.',
      ],
    ],
    [
      'hint at a topic without a colon',
      'PRODUCER\ntopic users\nx',
      [
        'error 0:0-8 This PRODUCER needs a “topic”.',
        'hint 1:0-5 A colon is missing behind “topic”.',
      ],
    ],
    [
      'let a body begin with any other name',
      'PRODUCER\ntopic: t\namount: many\n###\nPRODUCER\ntopic: t\ntopics and more\n###\nPRODUCER\ntopic: t\nid: 5',
      [],
    ],
    [
      'suggest a property',
      'CONSUMER\ntopic: a\nform: 5\ncolour: red',
      [
        'error 2:0-4 CONSUMER has no property “form”. Did you mean “from”?',
        'error 3:0-6 CONSUMER has no property “colour”.',
      ],
    ],
    [
      'tell a missing colon, and go on',
      'CONSUMER\ntopic: a\nkey-format\nPRODUCER\ntopic: t\nx',
      ['error 2:0-10 A colon is missing behind “key-format”.'],
    ],
    [
      'say which of two equal properties counts',
      'CONSUMER\ntopic: a\nfrom: 1\nfrom: 2',
      ['warning 2:0-4 “from” stands again below, and the last one counts.'],
    ],
    ['let a header stand twice', 'PRODUCER\ntopic: a\nheader: a = 1\nheader: a = 2\nx', []],
    [
      'refuse an offset that is no number',
      'CONSUMER\ntopic: a\nfrom: 10abc',
      [
        'error 2:6-11 “10abc” is no place to start: write earliest, latest, an offset, last 10, a time, -15m, or 0=120,1=98.',
      ],
    ],
    [
      'warn of headers that the old form loses',
      'PRODUCER\ntopic: a\nheaders: a=b, c, d=e=f\nx',
      [
        'warning 2:9-22 “c” has no “=” and is left out. Write “header: name = value” for a value with commas.',
        'warning 2:9-22 Of “d=e=f” only “e” becomes the value. Write “header: name = value” for a value with an equals sign.',
      ],
    ],
    [
      'refuse a value and a body together',
      'PRODUCER\ntopic: a\nvalue: null\nx',
      ['error 3:0-1 “value” already says what is sent: remove it, or this text.'],
    ],
    [
      'know topic configs and their units',
      'TOPIC a\npartitions: 0\nretention.ms: 7 days\nretenton.ms: 1\nmy.own.config: 1\nfoo: 1',
      [
        'error 1:12-13 “0” is not a whole number of 1 or more.',
        'error 2:14-20 “7 days” is not a duration such as 500ms, 3s, 5m, 1h or 7d.',
        'warning 3:0-11 “retenton.ms” is not a topic config this version knows. Did you mean “retention.ms”?',
        'warning 4:0-13 “my.own.config” is not a topic config this version knows; the broker decides.',
        'error 5:0-3 TOPIC has no property “foo”.',
      ],
    ],
    [
      'check the whole numbers of topic configs, and let expressions be filled in first',
      'TOPIC a\nmin.insync.replicas: two\ncompression.lz4.level: 0\nflush.messages: 9223372036854775807\nretention.ms: {{$index}}',
      [
        'error 1:21-24 “two” is not a whole number of 1 or more.',
        'error 2:23-24 “0” is not a whole number of 1 or more.',
      ],
    ],
    [
      'check topic names',
      'CONSUMER\ntopic: a b',
      [
        'error 1:7-10 “a b” is not a topic name: 1 to 249 letters (a–z), digits, “.”, “_” and “-”, and neither “.” nor “..”.',
      ],
    ],
    [
      'find templates that nothing fills in, and none in nested JSON',
      'PRODUCER\ntopic: a\n{"a":{"b":{"c":1}},\n "d": {{id}}, "e": "{{$nope}}", "f": {{uuid }',
      [
        'error 3:6-12 There is no “@id = …” in this file. Write “\\{{” or “template: off” to send the braces as they are.',
        'error 3:20-29 “{{$nope}}” stands for nothing. Write “\\{{” or “template: off” to send it as it is.',
        'hint 3:37-39 This is sent as it is: an expression ends with “}}”.',
      ],
    ],
    [
      'tell text that does nothing beside a line that is nearly a block',
      'producer x\nPRODUCERfoo\ntopic: a\n@oops\nwords\nmore words',
      [
        'hint 0:0-10 This text belongs to no block and does nothing. Start comments with “--”.',
        'hint 1:0-11 This is not a block: PRODUCER must be a word of its own.',
        'hint 3:0-5 This does nothing. A variable is written as “@name = value”.',
        'hint 4:0-5:10 This text belongs to no block and does nothing. Start comments with “--”.',
      ],
    ],
    [
      'tell what cannot go together',
      'PRODUCER\ntopic: a\ntransaction: commit\nacks: 1\nx\n###\nCONSUMER g\ntopic: a\nfrom: last 5\nCONSUMER\ntopic: a\nfrom: last 5',
      [
        'error 3:6-7 Idempotent producing and transactions need “acks: all”: only then is it known what was written.',
        'error 8:6-12 A group reads on from an offset of each partition, so “last” has no meaning here. Remove the group id, or write another “from”.',
      ],
    ],
    [
      'tell a schema beside a format that has none',
      'PRODUCER\ntopic: a\nvalue-format: integer\nvalue-schema: file(a.avsc)\n1\n###\nPRODUCER\ntopic: a\nvalue-format: json\nvalue-schema: {}\n1\n###\nCONSUMER\ntopic: a\nvalue-schema: {}',
      [
        'warning 3:0-12 “value-schema” is not used here: it counts with these formats of the value only: json, avro, protobuf.',
        'warning 14:0-12 “value-schema” is not used here: it counts with these formats of the value only: avro, protobuf.',
      ],
    ],
    [
      'tell a separator that splits nothing',
      'PRODUCER\ntopic: a\nseparator: :\nk:v\n###\nPRODUCER\ntopic: a\nrecords: lines\nseparator: :\nk:v',
      ['warning 2:0-9 “separator” counts with “records: lines” only: nothing is split here.'],
    ],
    ['leave templates alone that are off', 'PRODUCER\ntopic: a\ntemplate: off\n{{id}}', []],
    [
      'check variables',
      '@seed = x\n@a = 1\n@a = 2\n@oops\n@locale = pt_br',
      [
        'error 0:8-9 “@seed” wants a whole number, not “x”.',
        'warning 1:0-2 “@a” stands again below, and the last one counts.',
        'hint 3:0-5 This does nothing. A variable is written as “@name = value”.',
        'error 4:10-15 “pt_br” is none of: en, de, es, fr, it, ja, ko, nl, pl, pt_BR, sv, tr, uk, zh_CN. Did you mean “pt_BR”?',
      ],
    ],
  ];
  for (const [name, text, expected] of golden) {
    it(name, () => {
      assert.deepEqual(diagnosticsOf(text), expected);
    });
  }
});
