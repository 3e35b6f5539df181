import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ClusterFacts } from '../../../src/core/scratch/language/clusterFacts.ts';
import type { Completion } from '../../../src/core/scratch/language/completion.ts';
import { completionsAt } from '../../../src/core/scratch/language/completionsAt.ts';
import { fileLinks } from '../../../src/core/scratch/language/fileLinks.ts';
import { fixesOf } from '../../../src/core/scratch/language/fixesOf.ts';
import { formatEdits } from '../../../src/core/scratch/language/formatEdits.ts';
import { hoverAt } from '../../../src/core/scratch/language/hoverAt.ts';
import { liveProblems } from '../../../src/core/scratch/language/liveProblems.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import type { TextRange } from '../../../src/core/scratch/textRange.ts';
import { configText } from '../../../src/messages/configText.ts';
import { fixTitle } from '../../../src/messages/fixTitle.ts';
import { hoverText } from '../../../src/messages/hoverText.ts';
import { problemSentence } from '../../../src/messages/scratchProblems.ts';
import { english } from '../../../src/messages/translate.ts';

const facts: ClusterFacts = {
  cluster: 'Local',
  topics: new Map([
    ['orders', { partitions: 3, replicationFactor: 1, internal: false }],
    ['__consumer_offsets', { partitions: 50, replicationFactor: 1, internal: true }],
  ]),
  groups: ['billing', 'mail'],
};

interface Cursor {
  readonly text: string;
  readonly position: { line: number; character: number };
}

/** A text whose cursor is where `|` stands. */
function cursor(marked: string): Cursor {
  const at = marked.indexOf('|');
  const lines = marked.slice(0, at).split('\n');
  return {
    text: marked.replace('|', ''),
    position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
  };
}

function complete(marked: string, known: ClusterFacts | undefined = facts): Completion[] {
  const { text, position } = cursor(marked);
  const lines = text.split('\n');
  return completionsAt({
    document: parseScratch(text),
    textOf: (line) => lines[line] ?? '',
    position,
    facts: known,
    clusters: ['Local', 'Test'],
  });
}

const labels = (marked: string, known?: ClusterFacts): string[] =>
  complete(marked, known).map(({ label }) => label);

/** The text after the edits; none of them overlap. */
function edited(text: string, edits: readonly { range: TextRange; text: string }[]): string {
  const lines = text.split('\n');
  for (const { range, text: wanted } of [...edits].reverse()) {
    const { start, end } = range;
    assert.equal(start.line, end.line);
    const line = lines[start.line] ?? '';
    lines[start.line] = line.slice(0, start.character) + wanted + line.slice(end.character);
  }
  return lines.join('\n');
}

describe('completion', () => {
  it('offers keywords outside blocks, and within those that any keyword ends', () => {
    const keywords = 'PRODUCER CONSUMER TOPIC GROUP CONNECTOR SCHEMA SHOW DELETE'.split(' ');
    assert.deepEqual(labels('|'), keywords);
    assert.deepEqual(labels('PRO|'), keywords);
    assert.deepEqual(labels('PRODUCER\ntopic: t\nx\n###\n|'), keywords);
    assert.ok(labels('CONSUMER\n|').includes('TOPIC'));
    for (const opening of ['PRODUCER', 'SCHEMA s', 'CONNECTOR c']) {
      assert.ok(!labels(`${opening}\n|`).includes('TOPIC'), opening);
    }
  });

  it('offers the properties that a block does not have yet', () => {
    const found = labels('PRODUCER\ntopic: t\nheader: a = b\n|');
    assert.ok(found.includes('key') && found.includes('header') && !found.includes('topic'));
    assert.ok(labels('CONSUMER\nto|').includes('topic'));
    assert.ok(labels('TOPIC t\nret|').includes('retention.ms'));
    assert.deepEqual(labels('PRODUCER\ntopic: t\n{"a": 1,\n|'), [], 'nothing within a body');
    assert.deepEqual(labels('-- |'), []);
  });

  it('tells what a topic’s config takes, and what Kafka takes without it', () => {
    const config = (name: string): string => {
      const found = complete('TOPIC t\n|').find(({ label }) => label === name)?.config;
      return found === undefined ? 'no config' : configText(found, english);
    };
    assert.equal(config('retention.ms'), 'A duration or milliseconds · default 7d');
    assert.equal(config('segment.bytes'), 'A size or bytes · default 1GB');
    assert.equal(config('min.insync.replicas'), 'A whole number · default 1');
    assert.equal(config('min.cleanable.dirty.ratio'), 'A number from 0 to 1 · default 0.5');
    assert.equal(config('cleanup.policy'), 'One of a few words · default delete');
    assert.equal(config('leader.replication.throttled.replicas'), 'A list · default nothing');
    assert.equal(config('partitions'), 'no config');
  });

  it('writes a property with its colon, unless one is there', () => {
    const insert = (marked: string): string | undefined =>
      complete(marked).find(({ label }) => label === 'topic')?.insert;
    assert.equal(insert('CONSUMER\nto|'), 'topic: ');
    assert.equal(insert('CONSUMER\nto|: x'), 'topic');
  });

  it('offers the values of a property', () => {
    assert.deepEqual(labels('PRODUCER\nacks: |'), ['0', '1', 'all']);
    assert.deepEqual(labels('PRODUCER\ncompression: z|'), 'none gzip snappy lz4 zstd'.split(' '));
    assert.ok(labels('CONSUMER\nkey-format: |').includes('none'));
    assert.ok(labels('PRODUCER\nvalue-format:|').includes('string(base64)'));
    assert.equal(complete('PRODUCER\nacks:|')[0]?.insert, ' 0');
  });

  it('offers the topics and groups of the cluster, as far as they are known', () => {
    assert.deepEqual(labels('PRODUCER\ntopic: |'), ['orders']);
    assert.deepEqual(labels('CONSUMER b|'), ['billing', 'mail']);
    assert.deepEqual(labels('GROUP |'), ['billing', 'mail']);
    assert.ok(labels('DELETE topic o|').includes('orders'));
    assert.deepEqual(labels('SHOW group |'), ['billing', 'mail']);
    assert.deepEqual(labels('PRODUCER\ntopic: |', { cluster: 'Local' }), []);
    assert.ok(labels('SHOW |').includes('configs topic'));
    assert.deepEqual(labels('GROUP g\nreset: |').slice(-3), [
      '0=120,1=98',
      'like billing',
      'like mail',
    ]);
    assert.equal(labels('GROUP g\nreset: |', { cluster: 'Local' }).at(-1), 'like other-group');
  });

  it('offers the partitions of the block’s topic, as far as they are known', () => {
    assert.deepEqual(labels('PRODUCER\ntopic: orders\npartition: |\nx'), ['0', '1', '2']);
    assert.deepEqual(labels('CONSUMER\ntopic: orders\npartitions: |'), ['0', '1', '2']);
    assert.deepEqual(labels('GROUP g\ntopic: other\npartitions: |'), ['0', '0-2']);
  });

  it('offers what fills in a template, and closes it once', () => {
    const inserts = (marked: string): string[] => complete(marked).map(({ insert }) => insert);
    const found = inserts('@order = 1\nPRODUCER\ntopic: t\n{"a": "{{|"}');
    for (const text of ['$uuid}}', 'order}}', 'person.firstName}}', '$env.']) {
      assert.ok(found.includes(text), text);
    }
    assert.ok(inserts('PRODUCER\ntopic: t\nkey: {{per|}}').includes('person.firstName'));
    assert.equal(complete('PRODUCER\nkey: {{person.f|')[0]?.range.start.character, 7);
  });

  it('offers the reserved variables and the saved clusters', () => {
    assert.deepEqual(labels('@|'), ['@cluster', '@seed', '@locale']);
    assert.deepEqual(labels('@locale = d|').slice(0, 2), ['en', 'de']);
    assert.deepEqual(labels('@cluster = |'), ['Local', 'Test']);
  });

  it('is quick in a file of 10,000 lines', () => {
    const text = 'PRODUCER\ntopic: t\nkey: {{$uuid}}\n{"a":1}\n###\n'.repeat(2000);
    const document = parseScratch(text);
    const lines = text.split('\n');
    const request = { textOf: (line: number) => lines[line] ?? '', facts, clusters: [] };
    const startMs = performance.now();
    for (let count = 0; count < 100; count += 1) {
      completionsAt({ document, position: { line: 9002, character: 0 }, ...request });
    }
    assert.ok(performance.now() - startMs < 100 * 50, 'under 50 ms each');
  });
});

describe('a hover', () => {
  const hover = (marked: string): string | undefined => {
    const { text, position } = cursor(marked);
    const line = text.split('\n')[position.line] ?? '';
    const found = hoverAt(parseScratch(text), position, line, facts);
    if (found === undefined) return undefined;
    const { title, paragraphs } = hoverText(found, english);
    return [title, ...paragraphs].join(' | ');
  };

  it('tells what the word under it does', () => {
    assert.equal(hover('SH|OW topics'), 'SHOW topics | Shows what a cluster has as a table.');
    assert.equal(
      hover('PRODUCER\ntopic: t\nac|ks: all\nx'),
      'acks | Who must have written a record before it counts: nobody (0), the leader (1), all in-sync replicas (all). | For example: 0 · 1 · all',
    );
    assert.equal(
      hover('TOPIC t\nretention|.ms: 7d'),
      'retention.ms | How long records are kept; -1 keeps them for ever. | For example: 10m · 12h · 7d · -1 | A duration or milliseconds · default 7d',
    );
    assert.equal(
      hover('PRODUCER\ntopic: t\n{"a": {{$in|dex}}}'),
      '{{$index}} | The number of the record in this run, from 0.',
    );
  });

  it('tells what a variable is, and what stands for it', () => {
    const own = 'A variable of this file, filled in once for each run.';
    const file = '@id = {{$uuid}}\nPRODUCER\ntopic: t\n{"a": "{{i|d}}"}';
    assert.equal(hover(file), `@id = {{$uuid}} | ${own}`);
    assert.equal(hover('@i|d = 1'), `@id | ${own}`);
    assert.equal(hover('@id = {{$uu|id}}'), '{{$uuid}} | A random UUID.');
    assert.equal(hover('@se|ed = 1'), '@seed | Makes random data the same in every run.');
    assert.equal(hover('CONSUMER\ntopic: t\nfrom: {{i|d}}'), `{{id}} | ${own}`);
    assert.equal(hover('some te|xt'), undefined);
  });

  it('tells the shape of a topic that is known', () => {
    const shape = 'orders | 3 partitions, replication factor 1';
    assert.equal(hover('CONSUMER\ntopic: ord|ers'), shape);
    assert.equal(hover('SHOW topic ord|ers'), 'orders | 3 partitions, replication factor 1');
    assert.equal(hover('CONSUMER\ntopic: oth|ers'), undefined);
  });
});

describe('a quick fix', () => {
  const golden: readonly (readonly [before: string, title: string, after: string])[] = [
    ['CONSUMER\nform: 1\ntopic: t', 'Change to “from”', 'CONSUMER\nfrom: 1\ntopic: t'],
    [
      'PRODUCER\ntopic: t\n partitions : 1\nx',
      'Change to “partition:”',
      'PRODUCER\ntopic: t\npartition: 1\nx',
    ],
    ['PRODUCER\ntopic t\nx', 'Insert “:” behind “topic”', 'PRODUCER\ntopic: t\nx'],
    ['CONSUMER\ntopic t', 'Insert “:” behind “topic”', 'CONSUMER\ntopic: t'],
    ['PRODUCER\nkey: a\nx', 'Add “topic”', 'PRODUCER\ntopic: \nkey: a\nx'],
    [
      'PRODUCER\ntopic: t\nx\nSHOW topics',
      'End the block above with “###”',
      'PRODUCER\ntopic: t\nx\n###\n\nSHOW topics',
    ],
    ['some text\nmore', 'Make it a comment', '-- some text\n-- more'],
    ['PRODUCER\ntopic: t\n{{ord}}', 'Add “@ord = …”', '@ord = \nPRODUCER\ntopic: t\n{{ord}}'],
    [
      'PRODUCER\ntopic: t\n{{persn.bio}}',
      'Change to “person.bio”',
      'PRODUCER\ntopic: t\n{{person.bio}}',
    ],
  ];
  for (const [before, title, after] of golden) {
    it(`“${title}”`, () => {
      const document = parseScratch(before);
      const fixes = document.diagnostics.flatMap((found) => fixesOf(document, found));
      const first = fixes.find((fix) => fixTitle(fix, english) === title);
      assert.ok(first, fixes.map((fix) => fixTitle(fix, english)).join());
      const same = fixes.filter(
        ({ action, name }) => action === first.action && name === first.name,
      );
      assert.equal(edited(before, same), after);
    });
  }
});

describe('what the cluster lacks', () => {
  it('is told where the file names it, unless the file makes it', () => {
    const problems = (text: string): string[] =>
      liveProblems(parseScratch(text), facts).map((found) => problemSentence(found, english));
    assert.deepEqual(problems('PRODUCER\ntopic: ordrs\nx'), [
      'There is no topic “ordrs” in “Local”.',
    ]);
    assert.deepEqual(problems('SHOW topic ordrs'), ['There is no topic “ordrs” in “Local”.']);
    assert.deepEqual(problems('PRODUCER\ntopic: orders\nx'), []);
    assert.deepEqual(problems('TOPIC ordrs\nPRODUCER\ntopic: ordrs\nx'), []);
    assert.deepEqual(problems('PRODUCER\ntopic: {{t.t}}\nx'), []);
    assert.deepEqual(problems('CONSUMER\ntopic: orders\npartitions: 1-5'), [
      'There is no partition 3 in the topic “orders”: it has 3, counted from 0.',
    ]);
    const made = liveProblems(parseScratch('CONSUMER\ntopic: ordrs'), facts, ['ordrs']);
    assert.deepEqual(made, [], 'another cell of the notebook makes it');
    const unknown = { cluster: 'Local' };
    assert.deepEqual(liveProblems(parseScratch('CONSUMER\ntopic: no'), unknown), []);
  });
});

describe('formatting', () => {
  const format = (text: string): string => edited(text, formatEdits(parseScratch(text), text));

  it('puts lines in one form and leaves what is sent alone', () => {
    assert.equal(
      format('@a   =1\nCONSUMER   billing  \n  topic :orders\n\tfrom:   earliest  \n###'),
      '@a = 1\nCONSUMER billing\ntopic: orders\nfrom: earliest\n###',
    );
    assert.equal(
      format('PRODUCER-x\ntopic:t\nkey:  a:b\n\n  {"a" :1}  \nb:  2'),
      'PRODUCER-x\ntopic: t\nkey: a:b\n\n  {"a" :1}  \nb:  2',
    );
  });

  it('never changes what a file means', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'PRODUCER',
        'CONSUMER  g',
        'TOPIC x ',
        '###',
        '-- c',
        '',
        '@a=1',
        'topic:t',
        '  topic : t',
        'key:',
        'count:3',
        'x: y',
        '{"a":1} ',
      ),
      fc.string(),
    );
    const meaning = (text: string): unknown =>
      parseScratch(text).blocks.map(({ kind, argument, properties, body }) => [
        kind,
        argument,
        properties.map(({ name, text: value }) => `${name}=${value}`),
        body?.text,
      ]);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.map((one) => one.replace(/[\r\n]/g, '')).join('\n');
        const once = format(text);
        assert.deepEqual(meaning(once), meaning(text));
        assert.equal(format(once), once);
      }),
    );
  });
});

describe('a link to a file', () => {
  it('stands on its path', () => {
    const text =
      'PRODUCER\ntopic: t\nrecords: csv file("data/a.csv")\n###\nPRODUCER\ntopic: t\nvalue: file( b.bin )';
    const lines = text.split('\n');
    assert.deepEqual(
      fileLinks(parseScratch(text)).map(({ path, range: { start, end } }) => [
        path,
        lines[start.line]?.slice(start.character, end.character),
      ]),
      [
        ['data/a.csv', 'data/a.csv'],
        ['b.bin', 'b.bin'],
      ],
    );
  });
});
