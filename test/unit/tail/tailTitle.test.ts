import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { english } from '../../../src/messages/translate.ts';
import type { TailTarget } from '../../../src/vscode/tail/tailTarget.ts';
import { tailTitle } from '../../../src/vscode/tail/tailTitle.ts';

const title = (target: Partial<TailTarget>): string =>
  tailTitle({ cluster: 'Local', topic: 'orders', from: { kind: 'now' }, ...target }, english);

describe('the tab of a tail view', () => {
  it('names the topic, with the partition where it shows one', () => {
    assert.equal(title({}), 'orders');
    assert.equal(title({ partitions: [2] }), 'orders[2]');
    assert.equal(title({ partitions: [0, 2] }), 'orders');
  });

  it('names several topics, or how many more there are', () => {
    assert.equal(title({ moreTopics: ['users'] }), 'orders, users');
    assert.equal(title({ moreTopics: ['users', 'carts'] }), 'orders and 2 more');
  });

  it('names the group that it is a member of', () => {
    const plan = () => Promise.reject(new Error('not asked'));
    assert.equal(title({ group: { id: 'billing', plan } }), 'orders as billing');
  });
});
