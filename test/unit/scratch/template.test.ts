import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FileVariables } from '../../../src/core/scratch/template/fileVariables.ts';
import {
  renderTemplate,
  type TemplateScope,
} from '../../../src/core/scratch/template/renderTemplate.ts';
import { compileTemplate } from '../../../src/core/scratch/template/template.ts';

function scopeOf(variables: Record<string, string> = {}): TemplateScope {
  let uuids = 0;
  const random: TemplateScope['random'] = ({ module, method, fields, args }) =>
    `${[module, method, ...fields].join('.')}${JSON.stringify(args)}`;
  const texts = new Map(Object.entries(variables));
  const own = new FileVariables(texts, new Map([['given', '{{x}}']]), random);
  const scope: TemplateScope = {
    nowMs: 1_700_000_000_123,
    index: 7,
    random,
    uuid: () => `uuid-${(uuids += 1)}`,
    environment: (name) => (name === 'HOME' ? '/home' : undefined),
    variable: (name) => own.value(name, scope),
  };
  return scope;
}

const render = (text: string, scope = scopeOf()): string =>
  renderTemplate(compileTemplate(text), scope);

describe('a template', () => {
  it('fills in the built-in names', () => {
    assert.equal(
      render('{{$timestamp}} {{$date.now}} {{$date.iso}} {{$date.unix}} {{$index}} {{$env.HOME}}'),
      '1700000000123 1700000000123 2023-11-14T22:13:20.123Z 1700000000 7 /home',
    );
    assert.equal(render('{{$uuid}} {{$uuid}}'), 'uuid-1 uuid-2');
  });

  it('takes spaces within the braces', () => {
    assert.equal(render('{{ $index }}'), '7');
  });

  it('leaves JSON braces alone', () => {
    for (const text of ['{"a":{"b":1}}', '{{"a":1}}', '{{}}', '{{{', '}}', '{{ 1 }}', '{{a: 1}}']) {
      assert.equal(render(text), text);
    }
    assert.equal(render('{"ts":{"now":{{$index}}}}'), '{"ts":{"now":7}}');
  });

  it('takes a backslash before the braces for "as it is"', () => {
    assert.equal(render('a \\{{$index}} b'), 'a {{$index}} b');
  });

  it('leaves every text without braces as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('{{'));
        assert.equal(render(text), text);
      }),
    );
  });

  it('fills in file variables once per run, whatever they are made of', () => {
    const scope = scopeOf({ id: '{{$uuid}}', both: '{{id}}-{{id}}' });
    assert.equal(render('{{both}} {{id}}', scope), 'uuid-1-uuid-1 uuid-1');
  });

  it('takes a variable that is handed in as it stands', () => {
    assert.equal(render('{{given}}'), '{{x}}');
  });

  it('refuses a variable that is defined by itself', () => {
    assert.throws(() => render('{{a}}', scopeOf({ a: '{{b}}', b: '{{a}}' })), /variableCycle/);
  });

  it('refuses names that stand for nothing', () => {
    assert.throws(() => render('{{nobody}}'), /variableUnknown/);
    assert.throws(() => render('{{$nope}}'), /templateUnknown/);
    assert.throws(() => render('{{$env.NOPE}}'), /environmentUnset/);
  });

  it('asks for random data with its arguments', () => {
    const golden: readonly (readonly [text: string, asked: string])[] = [
      ['{{person.firstName}}', 'person.firstName[]'],
      ['{{ number.int(5) }}', 'number.int[5]'],
      ['{{number.int({"min":10,"max":12})}}', 'number.int[{"min":10,"max":12}]'],
      ['{{number.float({min: -1.5, max: 2e1})}}', 'number.float[{"min":-1.5,"max":20}]'],
      ['{{helpers.arrayElement([\'a)\', "b}}"])}}', 'helpers.arrayElement[["a)","b}}"]]'],
      ["{{string.alpha('it\\'s')}}", 'string.alpha["it\'s"]'],
      ['{{helpers.replaceSymbols(##-??)}}', 'helpers.replaceSymbols["##-??"]'],
      ["{{helpers.arrayElement([x, 'y'])}}", 'helpers.arrayElement[["x","y"]]'],
      ['{{person.firstName({sex: female})}}', 'person.firstName[{"sex":"female"}]'],
      ['{{person.firstName(female)}}', 'person.firstName["female"]'],
      ['{{helpers.fromRegExp([abc])}}', 'helpers.fromRegExp["[abc]"]'],
      ['{{helpers.fromRegExp("[abc]")}}', 'helpers.fromRegExp["[abc]"]'],
      ['{{airline.airline.iataCode}}', 'airline.airline.iataCode[]'],
    ];
    for (const [text, asked] of golden) assert.equal(render(text), asked, text);
  });

  it('refuses random data that nobody knows, and numbers that would fill the memory', () => {
    const wrong: readonly (readonly [text: string, code: RegExp])[] = [
      ['{{person.frstName}}', /fakerSuggested: person\.frstName, person\.firstName/],
      ['{{persn.firstName}}', /fakerSuggested: persn\.firstName, person\.firstName/],
      ['{{helpers.fake("x")}}', /fakerUnknown|fakerSuggested/],
      ['{{person.constructor}}', /fakerUnknown|fakerSuggested/],
      ['{{__proto__.toString}}', /fakerUnknown/],
      ['{{string.alpha(50000000)}}', /fakerArgumentTooLarge: string\.alpha, 50000000, 10000/],
      ['{{string.alpha({"length":{"min":1,"max":99999}})}}', /fakerArgumentTooLarge/],
      ['{{lorem.paragraphs(5000)}}', /fakerArgumentTooLarge/],
      ['{{helpers.fromRegExp([a-z]{999}{999})}}', /fakerArgumentTooLarge/],
      ['{{date.betweens({"from":0,"to":1,"count":20000})}}', /fakerArgumentTooLarge/],
    ];
    for (const [text, code] of wrong) assert.throws(() => render(text), code, text);
    assert.doesNotThrow(() => render('{{number.int({"max":4000000000})}}'));
    assert.doesNotThrow(() => render('{{commerce.price({"max":1000000})}}'));
  });

  it('knows what looks like an expression and is none', () => {
    assert.deepEqual(compileTemplate('{{a {{b}} {{$c(').unclosed, [0, 10]);
  });
});
