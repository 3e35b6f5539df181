import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  requiredForInteger,
  requiredForRegex,
  requiredInJson,
} from '../../../src/core/filter/requiredText.ts';

/** Whether one of the required texts occurs in the bytes of a text; so, too, where nothing is required. */
function mayHold(required: readonly string[] | undefined, text: string): boolean {
  const bytes = Buffer.from(text);
  return required === undefined || required.some((one) => bytes.includes(Buffer.from(one)));
}

/** As many runs as it takes to meet the rare pattern that matches and requires something. */
const numRuns = 10_000;
const letters = ['a', 'b', 'c', 'é', '😀', '\ufffd', '-'];
const words = fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 });

describe('a text that must occur in raw bytes', () => {
  it('occurs wherever the regular expression matches', () => {
    const unit = fc.constantFrom('b', '😀', '?', '*', '+', '.', '^', '$', '|', '\\', '[', ']');
    const ends = fc.string({ unit, maxLength: 5 });
    const patterns = fc.tuple(fc.constantFrom('', 'abc', 'é'), ends).map((parts) => parts.join(''));
    const flags = fc.constantFrom('', 'u', 'i', 'ms', 'su');
    let told = 0;
    fc.assert(
      fc.property(patterns, flags, words, (pattern, flag, text) => {
        let regex: RegExp;
        try {
          regex = new RegExp(pattern, flag);
        } catch {
          return;
        }
        // What a record holds is decoded from UTF-8: no half of a pair of surrogates stands alone.
        for (const whole of [text, `${text}abc${text}`, `ab${text}`]) {
          if (!regex.test(whole)) continue;
          const required = requiredForRegex(pattern, flag);
          if (required !== undefined) told++;
          assert.ok(mayHold(required, whole), JSON.stringify({ pattern, flag, whole, required }));
        }
      }),
      { numRuns },
    );
    assert.ok(told > 100, `only ${told} matches required anything`);
  });

  it('holds where a pattern repeats a character of two halves, or does without it', () => {
    for (const [pattern, flag] of [
      ['abc😀?', 'u'],
      ['abc😀* x', 'u'],
      ['abc😀?', ''],
      ['abc\\😀', ''],
    ] as const) {
      assert.ok(mayHold(requiredForRegex(pattern, flag), 'abc😀 x'), pattern);
    }
    assert.deepEqual(requiredForRegex('abc😀?', 'u'), ['abc']);
  });

  it('occurs in JSON however its writer has escaped the text', () => {
    const how = fc.array(fc.nat(3), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.string(), words, how, (odd, word, escapes) => {
        const text = `${word} abc/${odd}`;
        let written = '';
        for (const [at, char] of text.split('').entries()) {
          written += escaped(char, escapes[at % escapes.length]);
        }
        assert.equal(JSON.parse(`"${written}"`), text);
        assert.ok(mayHold(requiredInJson(text), `{"a": "${written}"}`), written);
      }),
    );
  });

  it('occurs in JSON however its writer has put the number', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), (value) => {
        for (const text of [String(value), `${value}.0`, `${value}e0`]) {
          assert.ok(mayHold(requiredForInteger(value), text), text);
        }
        if (Number.isSafeInteger(Number(value))) {
          const text = Number(value).toExponential();
          assert.ok(mayHold(requiredForInteger(value), text), text);
        }
      }),
    );
  });
});

/** One UTF-16 unit of a string as JSON writes it: plain where it may be, by name, or by number. */
function escaped(char: string, how = 0): string {
  const plain = JSON.stringify(char).slice(1, -1);
  if (how === 0 && char === '/') return '\\/';
  if (how === 1) return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  // Half a pair stands for itself only beside the other half.
  return /[\ud800-\udfff]/.test(char) ? char : plain;
}
