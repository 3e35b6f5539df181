import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { diagnosticsOf, onlyBlock, propertiesOf } from './parsing.ts';

describe('a file in the existing format', () => {
  it('has a PRODUCER whose label is decoration', () => {
    const block = onlyBlock('PRODUCER keyed-message\ntopic: t\nkey: k\nhello\n###\n');
    assert.equal(block.argument, 'keyed-message');
    assert.deepEqual(propertiesOf(block), ['topic=t', 'key=k']);
    assert.equal(block.body?.text, 'hello');
  });

  it('ends a PRODUCER only at ### or at the end of the file', () => {
    const block = onlyBlock('PRODUCER\ntopic: t\na\nCONSUMER g\ntopic: t\n');
    assert.equal(block.body?.text, 'a\nCONSUMER g\ntopic: t');
  });

  it('ends a CONSUMER at the next keyword line', () => {
    const { blocks } = parseScratch('CONSUMER g\ntopic: a\nPRODUCER\ntopic: b\nx');
    assert.deepEqual(
      blocks.map(({ kind, endLine }) => [kind, endLine]),
      [
        ['CONSUMER', 2],
        ['PRODUCER', 5],
      ],
    );
  });

  it('keeps spaces in the group id of a CONSUMER', () => {
    assert.equal(onlyBlock('CONSUMER  my group \ntopic: t').argument, 'my group');
  });

  it('takes a separator with more text or hashes', () => {
    assert.equal(
      parseScratch('PRODUCER\ntopic: t\na\n####### next\nPRODUCER\ntopic: t\nb').blocks.length,
      2,
    );
  });

  it('knows keywords only in upper case at column 0', () => {
    assert.equal(parseScratch('  CONSUMER g\nproducer\n').blocks.length, 0);
  });

  it('skips blank and comment lines before the value, but not in it', () => {
    const block = onlyBlock('PRODUCER\n-- a\ntopic: t\n\n-- b\nfirst\n-- data\n\nlast\n\n');
    assert.equal(block.body?.text, 'first\n-- data\n\nlast');
  });

  it('starts the value at a property with a space, at an indented one and at an unknown one', () => {
    for (const line of ['topic : u', ' topic: u', 'colour: red', '# comment']) {
      const block = onlyBlock(`PRODUCER\ntopic: t\n${line}\nmore`);
      assert.equal(block.body?.text, `${line}\nmore`.trim(), line);
    }
  });

  it('takes a first line of the value that is a property for a property', () => {
    assert.deepEqual(propertiesOf(onlyBlock('PRODUCER\ntopic: t\nkey: x\nbody')), [
      'topic=t',
      'key=x',
    ]);
  });

  it('splits only at the first colon and trims the value', () => {
    assert.deepEqual(propertiesOf(onlyBlock('PRODUCER\ntopic: t\nkey:  a:b:c \nx')), [
      'topic=t',
      'key=a:b:c',
    ]);
  });

  it('keeps the line ends of the file in the value', () => {
    assert.equal(onlyBlock('PRODUCER\r\ntopic: t\r\na\r\nb\r\n###\r\n').body?.text, 'a\r\nb');
  });

  it('tolerates indentation and a space before the colon in a CONSUMER', () => {
    assert.deepEqual(diagnosticsOf('CONSUMER g\n  topic : t\n from:earliest\n'), []);
  });

  it('has no false error for its documented values', () => {
    const text = [
      'CONSUMER group-1',
      'topic: topic_1.x-y',
      'from: 10',
      'partitions: 0, 2-3',
      'key-format: long',
      'value-format: none',
      '###',
      'PRODUCER a',
      'topic: t',
      'key: k-{{person.firstName}}',
      'headers: a=b, c={{string.uuid}}',
      'key-format: string(base64)',
      'value-format: string (latin1)',
      'every: 3s',
      '{{number.int({"min":10,"max":12})}} {{helpers.arrayElement([\'a\',\'b\'])}}',
      '###',
      'PRODUCER b',
      'topic: t',
      'value-format: avro',
      'value-schema: file("a b.avsc")',
      '{"a":{"b":1},"ts": {{$timestamp}}}',
      '###',
      'PRODUCER c',
      'topic: t',
      'value-format: protobuf(pkg.Message)',
      'value-schema: file(x.proto)',
      '{}',
    ].join('\n');
    assert.deepEqual(diagnosticsOf(text), []);
  });
});

describe('a property that the existing format lacks', () => {
  it('counts where its value can be read', () => {
    assert.deepEqual(propertiesOf(onlyBlock('PRODUCER\ntopic: t\ncount: 5\nx')), [
      'topic=t',
      'count=5',
    ]);
  });

  it('counts where its value is filled in later', () => {
    const block = onlyBlock('PRODUCER\ntopic: t\npartition: {{p}}\nx');
    assert.deepEqual(propertiesOf(block), ['topic=t', 'partition={{p}}']);
  });

  it('starts the value where it cannot be read', () => {
    const text = 'PRODUCER\ntopic: t\ntimestamp: 5pm\nmore';
    assert.equal(onlyBlock(text).body?.text, 'timestamp: 5pm\nmore');
    assert.deepEqual(diagnosticsOf(text), [
      'hint 2:11-14 “5pm” is no value of “timestamp”, so the text to send starts here.',
    ]);
  });

  it('is the value where there is no other', () => {
    const text = 'PRODUCER\ntopic: t\ncount: 5\nacks: all\nkey: k\n###';
    assert.equal(onlyBlock(text).body?.text, 'count: 5\nacks: all\nkey: k');
    assert.deepEqual(propertiesOf(onlyBlock(text)), ['topic=t']);
    assert.deepEqual(diagnosticsOf(text), [
      'hint 2:0-5 There is no other text to send, so “count” and what follows is the text. Add a body below if it is meant as a property.',
    ]);
  });

  it('stays a property where value: or records: says what is sent', () => {
    for (const line of ['value: null', 'records: file(a.csv)']) {
      const block = onlyBlock(`PRODUCER\ntopic: t\npartition: 1\n${line}`);
      assert.equal(block.body, undefined);
      assert.equal(block.properties.length, 3);
    }
  });
});
