import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tailPageState, type TailPageState } from '../../../src/protocol/tailPageState.ts';

const full: TailPageState = {
  cluster: 'Local',
  topic: 'orders',
  moreTopics: ['users'],
  partitions: [0, 2],
  from: { kind: 'offset', partition: 2, offset: '17' },
  epoch: 5,
  startRow: 0,
  top: 12.5,
  place: { topic: 'orders', partition: 2, offset: '9007199254740993' },
  starts: { orders: { '0': '5', '2': '0' }, users: { '1': '7' } },
  viewFilter: { kind: 'expression', text: 'value.total > 5' },
  following: false,
  selected: 14,
  revealed: 14,
  tab: 'headers',
  widths: { key: 90 },
  detailsBeside: 30,
  detailsUnder: 45,
};

describe('tailPageState', () => {
  it('reads back what the page saved', () => {
    assert.deepEqual(tailPageState(JSON.parse(JSON.stringify(full))), full);
  });

  it('needs only what says what to read', () => {
    const least = { cluster: 'Local', topic: 'orders', from: { kind: 'now' } };
    assert.deepEqual(tailPageState(least), { ...least, widths: {} });
  });

  for (const [what, broken] of Object.entries({
    'no state': undefined,
    'a state without a topic': { cluster: 'Local', from: { kind: 'now' } },
    'a state without a start': { cluster: 'Local', topic: 'orders' },
    'a state with odd partitions': {
      cluster: 'Local',
      topic: 'orders',
      from: { kind: 'now' },
      partitions: ['0'],
    },
    'a state with an unknown start': { cluster: 'Local', topic: 'orders', from: { kind: 'soon' } },
  })) {
    it(`refuses ${what}`, () => assert.equal(tailPageState(broken), undefined));
  }

  it('leaves out what is not what it should be', () => {
    const odd = { ...full, top: '5', selected: -1, widths: { key: 'wide' } };
    const state = tailPageState(odd);
    assert.ok(state);
    const { cluster, topic, from, partitions, ...rest } = state;
    assert.deepEqual([cluster, topic, from], [full.cluster, full.topic, full.from]);
    assert.deepEqual(partitions, full.partitions);
    assert.deepEqual(Object.keys(rest).sort(), [
      'detailsBeside',
      'detailsUnder',
      'epoch',
      'following',
      'moreTopics',
      'place',
      'revealed',
      'startRow',
      'starts',
      'tab',
      'viewFilter',
      'widths',
    ]);
    assert.deepEqual(rest.widths, {});
  });

  it('takes no place and no starts that are none', () => {
    for (const odd of [
      { place: { topic: 'orders', partition: -1, offset: '5' }, starts: { orders: { x: '5' } } },
      { place: { topic: 'orders', partition: 0, offset: 5 }, starts: { orders: { '0': '-1' } } },
      { place: 7, starts: { orders: 7 } },
    ]) {
      const state = tailPageState({ ...full, ...odd });
      assert.deepEqual([state?.place, state?.starts], [undefined, undefined]);
    }
  });

  it('survives anything', () => {
    fc.assert(fc.property(fc.anything(), (value) => void tailPageState(value)));
  });
});
