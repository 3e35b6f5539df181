import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readLink, recordLink } from '../../../src/vscode/tail/link/recordLink.ts';

const read = (link: string) => {
  const url = new URL(link.replace(/^[\w-]+:/, 'https:'));
  // As VS Code's Uri has it.
  return readLink({ path: url.pathname, query: decodeURIComponent(url.search.slice(1)) });
};

describe('a link to a record', () => {
  it('names cluster, topic, partition and offset', () => {
    const target = { cluster: 'My Test', topic: 'a.b', partition: 2, offset: '9007199254740993' };
    const link = recordLink('vscode', 'kafka-workbench.kafka-workbench', target);
    assert.equal(
      link,
      'vscode://kafka-workbench.kafka-workbench/topic?cluster=My%20Test&topic=a.b&partition=2&offset=9007199254740993',
    );
    assert.deepEqual(read(link), target);
  });

  it('comes back whatever the cluster is called', () => {
    const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(name, (cluster) => {
        const target = { cluster, topic: 'a.b-C_1' };
        assert.deepEqual(read(recordLink('vscode', 'p.e', target)), target);
      }),
    );
  });

  it('names a thing and no way to read it: what else stands in it is nothing to us', () => {
    const link = 'vscode://p.e/topic?cluster=a&topic=b&partition=3&from=group&group=billing';
    assert.deepEqual(read(link), { cluster: 'a', topic: 'b', partition: 3 });
  });

  it('is refused where it is none of ours', () => {
    for (const link of [
      'vscode://p.e/other?cluster=a&topic=b',
      'vscode://p.e/topic?cluster=a',
      'vscode://p.e/topic?topic=b',
      'vscode://p.e/topic?cluster=&topic=b',
      'vscode://p.e/topic?cluster=a%0Ab&topic=b',
      `vscode://p.e/topic?cluster=${'x'.repeat(301)}&topic=b`,
      // Would turn round what the dialog says after it.
      'vscode://p.e/topic?cluster=a%E2%80%AE&topic=b',
      'vscode://p.e/topic?cluster=a&topic=b%E2%80%AEc',
      'vscode://p.e/topic?cluster=a&topic=b%20c',
      `vscode://p.e/topic?cluster=a&topic=${'x'.repeat(250)}`,
      'vscode://p.e/topic?cluster=a&topic=b&partition=-1',
      'vscode://p.e/topic?cluster=a&topic=b&partition=4294967296',
      'vscode://p.e/topic?cluster=a&topic=b&partition=0&offset=9223372036854775808',
      'vscode://p.e/topic?cluster=a&topic=b&partition=0&offset=1e3',
    ]) {
      assert.equal(read(link), undefined, link);
    }
  });

  it('survives anything', () => {
    fc.assert(fc.property(fc.string(), (query) => void readLink({ path: '/topic', query })));
  });
});
