import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { jsonLines, spaceBefore } from '../../../webview/tail/jsonLines.ts';
import { jsonPathAt } from '../../../webview/tail/jsonPathAt.ts';
import { jsonTokens, tokenKind } from '../../../webview/tail/jsonTokens.ts';

/** The lines as the details pane shows them. */
function pretty(text: string): string {
  const tokens = jsonTokens(text);
  const lines = jsonLines(tokens);
  return Array.from({ length: lines.count }, (_, line) => {
    let shown = '  '.repeat(lines.indents[line] ?? 0);
    const from = lines.starts[line] ?? 0;
    for (let at = from; at < (lines.starts[line + 1] ?? 0); at++) {
      if (at > from && spaceBefore(tokens, at)) shown += ' ';
      shown += text.slice(tokens.starts[at], tokens.ends[at]);
    }
    return shown;
  }).join('\n');
}

describe('pretty JSON', () => {
  it('lays out an object as a person would write it', () => {
    const text =
      '{"order_id":9007199254740993,"user":"u-4711","total":129.90,' +
      '"items":[{"sku":"KF-12","n":2}],"none":{},"no":[],"flags":[true,false,null]}';
    assert.equal(
      pretty(text),
      `{
  "order_id": 9007199254740993,
  "user": "u-4711",
  "total": 129.90,
  "items": [
    { "sku": "KF-12", "n": 2 }
  ],
  "none": {},
  "no": [],
  "flags": [true, false, null]
}`,
    );
  });

  it('keeps every digit and every duplicate key', () => {
    assert.equal(
      pretty('{"a":1.10,"a":-0,"n":1E+400,"a":0.1000000000000000055511151231257827}'),
      '{\n  "a": 1.10,\n  "a": -0,\n  "n": 1E+400,\n  "a": 0.1000000000000000055511151231257827\n}',
    );
  });

  it('knows a key from a string', () => {
    const tokens = jsonTokens('{"k":"v"}');
    assert.deepEqual(
      [...tokens.kinds.subarray(0, tokens.count)],
      [tokenKind.open, tokenKind.key, tokenKind.colon, tokenKind.string, tokenKind.close],
    );
  });

  it('is not misled by quotes, brackets and backslashes in strings', () => {
    const text = String.raw`{"a":"\"}],{[\\","b\\":"\\\\\""}`;
    assert.equal(
      pretty(text),
      `{\n  ${String.raw`"a": "\"}],{[\\"`},\n  ${String.raw`"b\\": "\\\\\""`}\n}`,
    );
  });

  it('gives back any JSON, as it was, apart from white space', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        assert.deepEqual(JSON.parse(pretty(text)), JSON.parse(text));
      }),
    );
  });

  it('loses nothing of a text that is not JSON, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom(...'{}[],:"\\ \n1etruefalsn-.'.split('')) }),
        ),
        (text) => {
          const tokens = jsonTokens(text);
          let at = 0;
          for (let index = 0; index < tokens.count; index++) {
            assert.match(text.slice(at, tokens.starts[index]), /^[ \t\r\n]*$/);
            at = tokens.ends[index] ?? 0;
          }
          assert.match(text.slice(at), /^[ \t\r\n]*$/);
          const lines = jsonLines(tokens);
          assert.equal(lines.starts.at(-1), tokens.count);
          assert.equal(lines.starts.length, lines.count + 1);
        },
      ),
    );
  });

  it('does not indent without end', () => {
    const deep = pretty('['.repeat(5_000) + ']'.repeat(5_000));
    assert.ok(deep.length < 5_000 * 2 * 90);
  });

  it('takes a megabyte in its stride', () => {
    const text = `[${Array.from({ length: 100_000 }, (_, n) => `${n}`).join(',')}]`;
    const tokens = jsonTokens(text);
    assert.equal(jsonLines(tokens).count, 100_002);
  });
});

describe('the path to what stands on a line', () => {
  const pathOf = (text: string, token: string, nth = 0): readonly string[] | undefined => {
    const tokens = jsonTokens(text);
    const found = Array.from({ length: tokens.count }, (_none, index) => index).filter(
      (index) => text.slice(tokens.starts[index], tokens.ends[index]) === token,
    );
    return jsonPathAt(tokens, found[nth] ?? -1);
  };

  it('is that of the key, the member or the container', () => {
    const text = '{"a":{"b c":[1,{"d":2},[3]]},"e":4}';
    assert.deepEqual(pathOf(text, '"a"'), ['a']);
    assert.deepEqual(pathOf(text, '"b c"'), ['a', 'b c']);
    assert.deepEqual(pathOf(text, '1'), ['a', 'b c', '0']);
    assert.deepEqual(pathOf(text, '"d"'), ['a', 'b c', '1', 'd']);
    assert.deepEqual(pathOf(text, '3'), ['a', 'b c', '2', '0']);
    assert.deepEqual(pathOf(text, '"e"'), ['e']);
    assert.deepEqual(pathOf(text, '}', 0), ['a', 'b c', '1']);
    assert.deepEqual(pathOf(text, ']', 1), ['a', 'b c']);
    assert.deepEqual(pathOf(text, '{', 0), []);
  });

  it('is none where the text is no JSON up to there', () => {
    assert.equal(pathOf('{a:1,"b":2}', '"b"'), undefined);
    fc.assert(
      fc.property(fc.string(), fc.nat(20), (text, at) => void jsonPathAt(jsonTokens(text), at)),
    );
  });
});
