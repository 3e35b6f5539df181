import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faker } from '@faker-js/faker/locale/en';
import { fakerCall } from '../../../src/core/scratch/faker/fakerCall.ts';
import { fakerMethods } from '../../../src/core/scratch/faker/fakerMethods.ts';
import { fakerLocales } from '../../../src/core/scratch/faker/fakerLocales.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { createRandomData } from '../../../src/run/faker/fakerLibrary.ts';
import { loadFaker } from '../../../src/run/faker/loadFaker.ts';
import { withRandomData } from '../../../src/run/faker/withRandomData.ts';
import { producerSettings } from '../../../src/run/producer/producerSettings.ts';
import { RecordEncoder } from '../../../src/run/producer/recordEncoder.ts';
import { PropertyReader } from '../../../src/run/propertyReader.ts';
import { RunScope } from '../../../src/run/runScope.ts';

const utf8 = new TextDecoder();

/** Key, header `h` and value of the first records that a file makes. */
async function made(text: string, count = 2): Promise<string[][]> {
  const document = parseScratch(text);
  assert.deepEqual(document.diagnostics, []);
  const [block] = document.blocks;
  assert.ok(block);
  const context = { document, overrides: new Map<string, string>(), environment: {}, now: () => 0 };
  const scopes = new RunScope(await withRandomData(block, context));
  const reader = new PropertyReader(block);
  const encoder = new RecordEncoder(reader, producerSettings(reader, scopes.at(0)), false);
  return Array.from({ length: count }, (_, index) => {
    const scope = scopes.at(index);
    const { key, headers, value } = encoder.encode(
      { make: (fill) => ({ value: fill(block.body?.text ?? '') }) },
      scope,
    );
    const all = [key, ...(headers ?? []).map(([, header]) => header), value];
    return all.map((bytes) => (bytes === null ? 'null' : utf8.decode(bytes)));
  });
}

describe('random data', () => {
  it('knows the methods that the library has', () => {
    const modules = faker as unknown as Record<string, Record<string, unknown>>;
    for (const [module, methods] of fakerMethods) {
      for (const method of methods) {
        assert.equal(typeof modules[module]?.[method], 'function', `${module}.${method}`);
      }
    }
  });

  it('makes a text with every method that needs no argument', () => {
    const data = createRandomData();
    let texts = 0;
    for (const [module, methods] of fakerMethods) {
      if (module === 'helpers') continue;
      for (const method of methods) {
        const call = fakerCall(`${module}.${method}`, undefined);
        assert.ok(call.ok);
        const needsMore = ['between', 'betweens', 'fromCharacters'].includes(method);
        if (!needsMore) assert.equal(typeof data.text(call.value), 'string');
        texts += 1;
      }
    }
    assert.ok(texts > 200);
  });

  it('begins each text of a record with the same numbers, as the existing format does', async () => {
    const file = (seed: string): string =>
      `${seed}PRODUCER\ntopic: t\nkey: {{person.fullName}}\nheader: h = {{person.fullName}}\n{{person.fullName}} {{person.fullName}}`;
    const [first, second] = await made(file(''));
    assert.ok(first && second);
    const [key, header, value = ''] = first;
    assert.equal(key, header);
    assert.ok(value.startsWith(`${key} `));
    assert.notEqual(value, `${key} ${key}`);
    assert.notEqual(key, second[0]);
  });

  it('is the same again with the same @seed', async () => {
    const file = (seed: number): string =>
      `@seed = ${seed}\n@id = {{string.uuid}}\nPRODUCER\ntopic: t\nkey: {{id}}\n{{id}} {{string.uuid}} {{person.bio}}`;
    assert.deepEqual(await made(file(42)), await made(file(42)));
    assert.notDeepEqual(await made(file(42)), await made(file(43)));
    const [[id, value = ''] = [], [again] = []] = await made(file(42));
    assert.equal(id, again, 'a variable keeps its value for the run');
    assert.notEqual(value.split(' ')[1], id, 'and is not what the record makes first');
  });

  it('is in the language of @locale, the same again with the same @seed', async () => {
    const file = (locale: string): string =>
      `@seed = 7\n@locale = ${locale}\nPRODUCER\ntopic: t\n{{person.lastName}} {{location.city}} {{date.weekday}}`;
    const value = async (locale: string): Promise<string> =>
      (await made(file(locale), 1))[0]?.[1] ?? '';
    const german = await value('de');
    assert.match(german, /(tag|woch)$/i);
    assert.equal(await value('de'), german);
    assert.notEqual(await value('en'), german);
    assert.match(await value('ja'), /[\u3040-\u30ff\u4e00-\u9fff]/);
  });

  it('has a text, or says that there is none, for every method in every language', async () => {
    for (const locale of fakerLocales) {
      const data = (await loadFaker(locale))();
      for (const [module, methods] of fakerMethods) {
        if (module === 'helpers') continue;
        for (const method of methods) {
          const call = fakerCall(`${module}.${method}`, undefined);
          assert.ok(call.ok);
          if (['between', 'betweens', 'fromCharacters'].includes(method)) continue;
          try {
            assert.equal(typeof data.text(call.value), 'string');
          } catch (error) {
            assert.match(String(error), /data for '.*' (aren't|are not|isn't) applicable/, locale);
          }
        }
      }
    }
  });

  it('reads a field of what a method gives, lists with commas and objects as JSON', () => {
    const data = createRandomData();
    const text = (path: string, args?: string): string => {
      const call = fakerCall(path, args);
      assert.ok(call.ok);
      return data.text(call.value);
    };
    assert.match(text('airline.airline.iataCode'), /^[A-Z0-9]{2}$/);
    assert.throws(() => text('airline.airline.constructor'), /it has no “constructor”/);
    assert.match(text('finance.currency'), /^\{"name":.*\}$/);
    assert.match(text('helpers.arrayElement', "['login', 'logout']"), /^log(in|out)$/);
    assert.equal(text('helpers.shuffle', "['a', 'b']").length, 3);
    assert.match(text('helpers.fromRegExp', '[A-Z]{5}'), /^[A-Z]{5}$/);
  });
});
