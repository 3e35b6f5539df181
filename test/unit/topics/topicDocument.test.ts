import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { english } from '../../../src/messages/translate.ts';
import { topicDocument, type TopicFacts } from '../../../src/vscode/topics/topicDocument.ts';

const facts: TopicFacts = {
  cluster: 'Local',
  topic: {
    name: 'orders',
    id: 'q1w2',
    internal: false,
    partitions: [
      {
        partition: 1,
        leader: undefined,
        replicas: [1, 2],
        inSyncReplicas: [],
        offlineReplicas: [1, 2],
      },
      { partition: 0, leader: 1, replicas: [1, 2], inSyncReplicas: [1, 2], offlineReplicas: [] },
    ],
  },
  offsets: [
    { partition: 0, beginning: 10n, end: 9_007_199_254_740_993n },
    { partition: 1, error: new KafkaError('leaderUnavailable', 'no leader') },
  ],
  configs: [
    {
      name: 'retention.ms',
      value: '1000',
      isDefault: false,
      source: 'topic',
      readOnly: false,
      sensitive: false,
    },
    {
      name: 'secret',
      value: null,
      isDefault: false,
      source: 'topic',
      readOnly: false,
      sensitive: true,
    },
    {
      name: 'a.list',
      value: 'x|y',
      isDefault: true,
      source: 'default',
      readOnly: false,
      sensitive: false,
    },
  ],
};

describe('the document about a topic', () => {
  const text = topicDocument(facts, english, 'en');

  it('names topic, cluster and replication factor', () => {
    assert.match(
      text,
      /^# orders\n\n- Cluster: Local\n- Topic id: q1w2\n- Partitions: 2\n- Replication factor: 2\n/,
    );
  });

  it('lists partitions in order, with every digit, and what is wrong with them', () => {
    const rows = text.split('\n').filter((line) => /^\| [01] /.test(line));
    assert.match(
      rows[0] ?? '',
      /^\| 0 .*\| 1 .*\| 1, 2 .*\| 1, 2 .*\| 10 .*\| 9007199254740993 \|/,
    );
    assert.match(rows[1] ?? '', /^\| 1 .*\| none .*under-replicated · \S/);
  });

  it('never totals what it does not know', () => {
    assert.match(text, /all partitions: \?\n/);
  });

  it('shows set configs apart from defaults, hides secrets, escapes bars', () => {
    const [set = '', defaults = ''] =
      text.split('## Configs set')[1]?.split('## Default configs') ?? [];
    assert.match(set, /retention\.ms \| 1000 +\| this topic/);
    assert.match(set, /secret +\| \(hidden\)/);
    assert.match(defaults, /a\.list \| x\\\|y/);
  });

  it('says why there are no configs when there are none to see', () => {
    const error = new KafkaError('notAuthorized', 'no');
    const denied = topicDocument({ ...facts, configs: { error } }, english, 'en');
    assert.match(denied, /## Configs\n\n\S/);
  });
});
