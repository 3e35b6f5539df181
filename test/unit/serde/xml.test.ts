import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { prettyXml } from '../../../src/core/serde/prettyXml.ts';
import { xmlTokens } from '../../../src/core/serde/xmlTokens.ts';

describe('XML', () => {
  it('is laid out with two spaces, what holds text as it stands', () => {
    const text =
      '<?xml version="1.0"?><!-- why --><o id=\'1\' x="a>b"><i/><n>A &amp; B</n><m>x <b>y</b></m><e></e><d><![CDATA[ <x> ]]></d></o>';
    assert.equal(
      prettyXml(text),
      [
        '<?xml version="1.0"?>',
        '<!-- why -->',
        '<o id=\'1\' x="a>b">',
        '  <i/>',
        '  <n>A &amp; B</n>',
        '  <m>x <b>y</b></m>',
        '  <e></e>',
        '  <d><![CDATA[ <x> ]]></d>',
        '</o>',
      ].join('\n'),
    );
  });

  it('keeps space that is asked to be kept', () => {
    const text = '<a xml:space="preserve"> <b> </b> </a>';
    assert.equal(prettyXml(text), text);
  });

  it('is refused where it is not well-formed', () => {
    const refused = [
      '',
      'text',
      '<a>',
      '<a></b>',
      '<a/><b/>',
      '<a/>text',
      '<a b=1/>',
      '<a b="<"/>',
      '<a>&</a>',
      '<!-- open',
      '<a><![CDATA[</a>',
      '<![CDATA[x]]>',
      '<!DOCTYPE a [<!ENTITY b "c>',
      '{"a":1}',
      '</a>',
    ];
    for (const text of refused) assert.ok(!xmlTokens(text).ok, text);
    const allowed = [
      '<!DOCTYPE a [<!ENTITY b "c>">]><a>&b;</a>',
      '\ufeff<ä:é.1 b-c="1"/>\n',
      '<a>&#1;&#xAf;</a>',
    ];
    for (const text of allowed) assert.ok(xmlTokens(text).ok, text);
  });

  it('loses nothing but white space between tags', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="d">',
      '</b>',
      '<e/>',
      'text',
      ' ',
      '\n',
      '<!--x-->',
      '&amp;',
      '<![CDATA[y]]>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `<r>${pieces.join('')}</r>`;
        const bare = (xml: string) => xml.replace(/\s+/g, '');
        assert.equal(bare(prettyXml(text)), bare(text));
        assert.equal(xmlTokens(prettyXml(text)).ok, xmlTokens(text).ok);
      }),
    );
  });

  it('is read in linear time, hostile or not', () => {
    const hostile = [
      '<a '.repeat(200_000),
      '<a>'.repeat(200_000),
      `<a ${'b="c" '.repeat(100_000)}`,
      `<a${' '.repeat(500_000)}`,
      `<${'a'.repeat(500_000)}`,
      '<!DOCTYPE '.repeat(50_000),
      '&a'.repeat(300_000),
      `<a b="${'x'.repeat(800_000)}`,
    ];
    for (const text of hostile) {
      const started = performance.now();
      assert.ok(!xmlTokens(text).ok);
      const took = performance.now() - started;
      assert.ok(took < 1_000, `${text.slice(0, 8)}: ${took.toFixed(0)} ms`);
    }
  });
});
