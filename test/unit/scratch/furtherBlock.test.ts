import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  furtherActions,
  furtherBlock,
  furtherDocument,
  type FurtherAction,
} from '../../../src/core/scratch/furtherBlock.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { onlyBlock } from './parsing.ts';

describe('what else can be done with a block', () => {
  it('depends on what it names and on what running it does', () => {
    const actions = (text: string): string => furtherActions(onlyBlock(text)).join();
    assert.equal(actions('TOPIC t'), 'preview,describe,delete');
    assert.equal(actions('GROUP g'), 'delete');
    assert.equal(actions('GROUP g\nreset: latest'), 'preview,delete');
    assert.equal(actions('CONSUMER\ntopic: t'), 'table');
    assert.equal(actions('CONSUMER g\ntopic: t'), 'table');
    assert.equal(actions('CONSUMER g\ntopic: t\nlimit: 1'), '');
    assert.equal(actions('SHOW topics'), '');
    assert.equal(actions('PRODUCER\ntopic: t\nx'), '');
  });

  it('is what another block would do, in its place', () => {
    const topic = onlyBlock('TOPIC t\npartitions: 3');
    const group = onlyBlock('GROUP g\nreset: latest');
    const meaning = (block: ReturnType<typeof onlyBlock>): unknown => ({
      kind: block.kind,
      argument: block.argument,
      properties: block.properties,
      body: block.body,
    });
    const same = [
      [furtherBlock(topic, 'describe'), 'SHOW topic t'],
      [furtherBlock(topic, 'delete'), 'DELETE topic t'],
      [furtherBlock(group, 'delete'), 'DELETE group g'],
    ] as const;
    for (const [block, text] of same) {
      assert.deepEqual(meaning(block), meaning(onlyBlock(text)));
    }
    assert.deepEqual(furtherBlock(topic, 'describe').range, topic.range);
    assert.equal(furtherBlock(group, 'preview'), group);
  });

  it('is not kept from that by what is wrong with the properties', () => {
    const document = parseScratch('TOPIC t\npartitions: many\n');
    const [block] = document.blocks;
    assert.ok(block);
    const errors = (action: FurtherAction): number =>
      furtherDocument(document, block, action).diagnostics.length;
    assert.equal(errors('describe'), 0);
    assert.equal(errors('preview'), 1);
  });
});
