import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KafkaErrorReason } from '../../../src/core/kafkaError.ts';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { clusterProblems } from '../../../src/core/scratch/language/clusterProblems.ts';
import { fixesOf } from '../../../src/core/scratch/language/fixesOf.ts';
import { liveProblems } from '../../../src/core/scratch/language/liveProblems.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import type { ScratchBlock } from '../../../src/core/scratch/scratchDocument.ts';
import { fixTitle } from '../../../src/messages/fixTitle.ts';
import { remedyTitle, type Remedy } from '../../../src/messages/remedyTitle.ts';
import { problemSentence } from '../../../src/messages/scratchProblems.ts';
import { english } from '../../../src/messages/translate.ts';
import type { BlockResult } from '../../../src/run/blockResult.ts';
import { failureOf } from '../../../src/run/failureOf.ts';
import { problemRemedies, remediesOf } from '../../../src/run/remediesOf.ts';
import { onlyBlock } from './parsing.ts';

const titles = (remedies: readonly Remedy[]): string =>
  remedies.map((remedy) => remedyTitle(remedy, english)).join();

describe('a cluster that is not saved', () => {
  const saved = ['Local', 'Test'];
  const told = (text: string, names = saved): string[] =>
    clusterProblems(parseScratch(text), names).map((found) => {
      const { start, end } = found.range;
      return `${start.line}:${start.character}-${end.character} ${problemSentence(found, english)}`;
    });

  it('is told where the file names it', () => {
    assert.deepEqual(told('@cluster = Prod'), ['0:11-15 No cluster named “Prod” is saved.']);
    assert.deepEqual(told('-- x\n@cluster = local'), [
      '1:11-16 No cluster named “local” is saved. Did you mean “Local”?',
    ]);
    assert.deepEqual(told('@cluster = Prod', []), ['0:11-15 No cluster named “Prod” is saved.']);
    assert.deepEqual(told('@cluster = Local'), []);
    assert.deepEqual(told('@cluster = Prod\n@cluster = Test'), [], 'the last one counts');
    assert.deepEqual(told('@cluster ='), []);
    assert.deepEqual(told('SHOW topics'), []);
  });

  it('is changed to a saved one, the likely one first, or added', () => {
    const offered = (text: string): string => {
      const document = parseScratch(text);
      const [found] = clusterProblems(document, saved);
      assert.ok(found);
      const fixes = fixesOf(document, found, saved).map((fix) => fixTitle(fix, english));
      return `${fixes.join()} | ${titles(problemRemedies(found, undefined, undefined))}`;
    };
    assert.equal(
      offered('@cluster = Prod'),
      'Change to “Local”,Change to “Test” | Add Cluster “Prod”…',
    );
    assert.equal(
      offered('@cluster = Tset'),
      'Change to “Test”,Change to “Local” | Add Cluster “Tset”…',
    );
  });
});

function failed({ index, kind, startLine }: ScratchBlock): BlockResult {
  return { block: index, kind, line: startLine, ok: false, ms: 1 };
}

describe('what can be done about a failure', () => {
  const after = (reason: KafkaErrorReason, text: string, access?: 'readOnly'): string => {
    const error = new KafkaError(reason, 'x', { details: { topic: 'orders' } });
    const cluster = { name: 'Local', ...(access && { access }) };
    const block = onlyBlock(text);
    const result = { ...failed(block), error: failureOf(error, english) };
    return titles(remediesOf(block, result, cluster, false));
  };

  it('depends on why and on what the block needs', () => {
    const producer = 'PRODUCER\ntopic: orders\nx';
    assert.equal(after('topicUnknown', producer), 'Create Topic “orders”');
    assert.equal(after('topicUnknown', 'CONSUMER\ntopic: orders'), 'Create Topic “orders”');
    assert.equal(after('topicUnknown', 'SHOW topic orders'), '');
    assert.equal(after('topicUnknown', 'CONSUMER\ntopic: orders', 'readOnly'), '');
    assert.equal(after('connectionRefused', producer), 'Edit Cluster “Local”…');
    assert.equal(after('clusterReadOnly', producer, 'readOnly'), 'Set Access to “Local”…');
    assert.equal(after('recordTooLarge', producer), '');
  });

  it('is to send the rest, where a part was written and the rest is known', () => {
    const block = onlyBlock('PRODUCER\ntopic: orders\nx');
    const offered = (result: Partial<BlockResult>, isPart = false): string =>
      titles(remediesOf(block, { ...failed(block), ...result }, { name: 'Local' }, isPart));
    const lost = [{ state: 'refused', first: 3, last: 4 }] as const;
    const rest = 'Send Only What Was Not Written';
    assert.equal(offered({ count: 3, refused: 2, lost }), rest);
    assert.equal(
      offered({ count: 3, cancelled: true, lost: [{ state: 'notSent', first: 3 }] }),
      rest,
    );
    assert.equal(offered({ refused: 2, lost }), '', 'nothing was written: run it');
    assert.equal(offered({ refused: 2, lost }, true), rest, 'the others were written before');
    assert.equal(offered({ count: 3, refused: 200, lost }), '', 'not all of it is listed');
    assert.equal(offered({ count: 3, refused: 2, lost, transaction: 'aborted' }), '');
  });

  it('is offered before a block has run, where the cluster is known to lack its topic', () => {
    const offered = (text: string): string => {
      const document = parseScratch(text);
      const [found] = liveProblems(document, { cluster: 'Local', topics: new Map() });
      assert.ok(found);
      return titles(problemRemedies(found, document.blocks[0], { name: 'Local' }));
    };
    assert.equal(offered('CONSUMER\ntopic: orders'), 'Create Topic “orders”');
    assert.equal(offered('DELETE topic orders'), '');
  });
});
