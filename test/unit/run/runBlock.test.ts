import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BlockFailure } from '../../../src/run/blockResult.ts';
import { Preview } from '../../../src/run/preview.ts';
import type { RunContext } from '../../../src/run/runContext.ts';
import { runFirstBlock } from '../../support/runFirstBlock.ts';
import { testClient } from '../../support/testClient.ts';

/** No broker is needed for what fails before the first request; port 1 refuses whatever gets that far. */
async function failureOf(text: string, context: Partial<RunContext> = {}): Promise<BlockFailure> {
  const client = testClient('127.0.0.1:1');
  try {
    const result = await runFirstBlock(text, client, {
      baseDir: import.meta.dirname,
      now: () => 0,
      confirm: () => Promise.resolve(false),
      ...context,
    });
    assert.equal(result.ok, false);
    assert.ok(result.error);
    return result.error;
  } finally {
    await client.close();
  }
}

describe('a block that cannot run', () => {
  it('is not started while there is an error in it', async () => {
    const { reason, message, range } = await failureOf('PRODUCER\nkey: a\nx');
    assert.deepEqual([reason, message], ['inputInvalid', 'This PRODUCER needs a “topic”.']);
    assert.equal(range?.start.line, 0);
  });

  it('does not begin as a member of a group at its last records', async () => {
    const { message, range } = await failureOf('CONSUMER my-group\ntopic: t\nfrom: last 5');
    assert.match(message, /^A group reads on from an offset of each partition/);
    assert.equal(range?.start.line, 2);
  });

  it('is not refused on a read-only cluster where it is a group’s reset that is only previewed', async () => {
    const text = 'GROUP g\ntopic: t\nreset: latest';
    const client = testClient('127.0.0.1:1', { access: 'readOnly' });
    try {
      assert.equal((await failureOf(text, { client })).reason, 'clusterReadOnly');
      const previewed = await failureOf(text, { client, preview: new Preview() });
      assert.notEqual(previewed.reason, 'clusterReadOnly');
      const written = await failureOf('PRODUCER\ntopic: t\nx', { client, preview: new Preview() });
      assert.equal(written.reason, 'clusterReadOnly');
    } finally {
      await client.close();
    }
  });

  it('names the random data that cannot be made, and why', async () => {
    const { reason, message } = await failureOf(
      'PRODUCER\ntopic: t\n{"name":"{{number.int({min: 5, max: 1})}}"}',
    );
    assert.equal(reason, 'inputInvalid');
    assert.match(message, /^\{\{number\.int\(.*\)\}\} cannot be filled in: Max 1 should be/);
  });

  it('says what it cannot do yet, for each property', async () => {
    const format = (name: string): string =>
      `The format “${name}” cannot be used yet. Write another one, or remove the line for plain text.`;
    const schema =
      'Values cannot be checked against a schema yet. Remove the line to send without a check.';
    for (const [block, line, sentence] of [
      ['PRODUCER', 'value-format: avro\nvalue-schema: file(a.avsc)', format('avro')],
      ['PRODUCER', 'key-format: protobuf(a.B)', format('protobuf')],
      ['CONSUMER', 'value-format: avro', format('avro')],
      ['PRODUCER', 'value-schema: {}\nvalue-format: json', schema],
      [
        'PRODUCER',
        'key-schema: {}',
        '“key-schema” cannot be carried out yet. Remove the line to run the block without it.',
      ],
    ] as const) {
      const body = block === 'PRODUCER' ? 'x' : '';
      const failure = await failureOf(`${block}\ntopic: t\n${line}\n${body}`);
      assert.deepEqual([failure.reason, failure.message], ['notSupportedYet', sentence], line);
      assert.equal(failure.range?.start.line, 2, line);
    }
    for (const [text, name] of [
      ['CONNECTOR c\n{}', 'CONNECTOR c'],
      ['SCHEMA s\n{}', 'SCHEMA s'],
      ['SHOW subjects', 'SHOW subjects'],
      ['DELETE connector c', 'DELETE connector c'],
    ] as const) {
      const { reason, message } = await failureOf(text);
      const sentence = `“${name}” cannot be run yet: this version knows neither Kafka Connect nor schema registries.`;
      assert.deepEqual([reason, message], ['notSupportedYet', sentence], text);
    }
  });

  it('blames the name behind its keyword where what was filled in is none', async () => {
    const { message, range } = await failureOf('@name = a b\nTOPIC {{name}}');
    assert.match(message, /^“a b” is not a topic name/);
    assert.deepEqual([range?.start.line, range?.start.character], [1, 6]);
  });

  it('says so where what was filled in is not the name of one thing', async () => {
    for (const block of ['DELETE topic', 'SHOW group']) {
      const { reason, message } = await failureOf(`@x = a b\n${block} {{x}}`);
      assert.equal(reason, 'inputInvalid');
      assert.match(message, new RegExp(`^“${block} a b” is what this says when it is filled in`));
    }
  });

  it('refuses a seed from outside that is no number', async () => {
    const overrides = new Map([['seed', 'x']]);
    const { message } = await failureOf('PRODUCER\ntopic: t\n{{string.uuid}}', { overrides });
    assert.equal(message, '“@seed” wants a whole number, not “x”.');
  });

  it('blames the property whose value is wrong only after it was filled in', async () => {
    const { message, range } = await failureOf(
      '@p = x\nPRODUCER\ntopic: t\npartition: {{p}}\nbody',
    );
    assert.equal(message, '“x” is not a whole number of 0 or more.');
    assert.equal(range?.start.line, 3);
  });

  it('blames the property of a number that its format cannot hold', async () => {
    const { message, range } = await failureOf(
      'PRODUCER\ntopic: t\nkey: 12abc\nkey-format: integer\nx',
    );
    assert.equal(message, '“12abc” cannot be written as integer without losing something.');
    assert.equal(range?.start.line, 2);
  });

  it('blames the line of a body whose record cannot be made', async () => {
    const text = 'PRODUCER\ntopic: t\nrecords: lines\nvalue-format: integer\n1\n\nnone';
    const { line, range } = await failureOf(`${text}\n###`);
    assert.equal(line, 2, 'an empty line is no number');
    assert.deepEqual(range, { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } });
    const last = await failureOf(text.replace('\n\n', '\n2\n'));
    assert.deepEqual(last.range?.end, { line: 6, character: 4 });
  });

  it('names a file that is not there', async () => {
    const { message } = await failureOf('PRODUCER\ntopic: t\nvalue: file(nope.bin)');
    assert.equal(message, 'The file nope.bin cannot be read: ENOENT');
    const unsaved = { baseDir: undefined };
    assert.equal(
      (await failureOf('PRODUCER\ntopic: t\nvalue: file(nope.bin)', unsaved)).message,
      'Save this file first: nope.bin is looked for beside it.',
    );
  });

  it('takes a variable from outside that the file does not have', async () => {
    const overrides = new Map([['who', 'me']]);
    const { reason } = await failureOf('PRODUCER\ntopic: t\n{{who}}', { overrides });
    assert.equal(reason, 'connectionRefused');
  });

  it('rejects when it is aborted', async () => {
    const signal = AbortSignal.abort();
    await assert.rejects(failureOf('SHOW topics', { signal }), { name: 'AbortError' });
  });
});

describe('a PRODUCER whose brokers drop what is sent twice', () => {
  it('waits for all of them', async () => {
    for (const line of ['idempotent: true', 'transaction: commit']) {
      const { message, range } = await failureOf(`PRODUCER\ntopic: t\n${line}\nacks: 1\nx`);
      assert.match(message, /need “acks: all”/);
      assert.equal(range?.start.line, 3);
    }
  });
});
