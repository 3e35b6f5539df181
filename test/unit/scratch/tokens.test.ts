import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tokensOf } from '../../../src/core/scratch/language/tokensOf.ts';
import { splitLines } from '../../../src/core/scratch/lines.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';

/** Each token as `line type.modifier text`. */
function colours(text: string): string[] {
  const lines = splitLines(text);
  return tokensOf(parseScratch(text)).map(({ line, character, length, type, modifiers }) => {
    const word = lines[line]?.text.slice(character, character + length) ?? '';
    return `${line} ${[type, ...modifiers].join('.')} ${word}`;
  });
}

describe('the colours of a file', () => {
  it('tell blocks, properties, variables and expressions apart', () => {
    const text = [
      '-- PRODUCER in a comment, {{$uuid}}',
      '@cluster = Local',
      '@orderId = {{string.uuid}}-{{ $env.HOME }}',
      'PRODUCER keyed',
      'topic: orders',
      'key: {{orderId}}',
      '',
      '{"n": {{$index}}, "who": "{{ person.firstName }}", "a": {"b": 1}}',
      '"{{airline.airline.name}}" {{helpers.arrayElement(["{{x}}"])}}',
      '###',
      'TOPIC orders',
      '  retention.ms : 7d',
      'SHOW topic {{orderId}}',
    ].join('\n');
    assert.deepEqual(colours(text), [
      '1 variable.declaration.defaultLibrary @cluster',
      '2 variable.declaration @orderId',
      '2 namespace string',
      '2 function uuid',
      '2 variable.defaultLibrary $env.HOME',
      '3 keyword PRODUCER',
      '4 property topic',
      '5 property key',
      '5 variable orderId',
      '7 variable.defaultLibrary $index',
      '7 namespace person',
      '7 function firstName',
      '8 namespace airline',
      '8 function airline',
      '8 property name',
      '8 namespace helpers',
      '8 function arrayElement',
      '10 keyword TOPIC',
      '11 property retention.ms',
      '12 keyword SHOW',
      '12 variable orderId',
    ]);
  });

  it('leave alone what only looks like one of them', () => {
    assert.deepEqual(colours('TOPIC of the day\nkey: x'), [], 'prose');
    assert.deepEqual(
      colours('PRODUCER\ntopic: t\ntimestamp: 5pm\nkey: {{no.method}} \\{{$uuid}} {{$no}}'),
      ['0 keyword PRODUCER', '1 property topic'],
      'a body that begins like a property, and expressions that nothing fills in',
    );
    assert.deepEqual(
      colours('PRODUCER\ntopic: {{t}}\ntemplate: off\nvalue: null\nkey: {{$uuid}}'),
      ['0 keyword PRODUCER', '1 property topic', '1 variable t', '2 property template'].concat([
        '3 property value',
        '4 property key',
      ]),
      'texts that are sent as they stand',
    );
    assert.deepEqual(colours('CONSUMER\ntopc: t'), ['0 keyword CONSUMER'], 'unknown properties');
  });

  it('stand in order, apart, and each within its line, whatever the text is', () => {
    const line = fc.oneof(
      fc.constantFrom('PRODUCER', 'CONSUMER g', '###', 'topic: {{a}}', '@a = {{\r$uuid}}{{b}}'),
      fc.constantFrom('{{ person.bio }}{{', '{{\n$index\n}}', ' topic : {{ t }}', ''),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const all = splitLines(text);
        let end = { line: 0, character: 0 };
        for (const { line: at, character, length } of tokensOf(parseScratch(text))) {
          assert.ok(at > end.line || (at === end.line && character >= end.character));
          assert.ok(length > 0);
          end = { line: at, character: character + length };
          assert.ok(end.character <= (all[at]?.text.length ?? -1));
        }
      }),
    );
  });
});
