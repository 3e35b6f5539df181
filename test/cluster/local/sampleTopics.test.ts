import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { fillSampleTopics } from '../../../scripts/start/fillSampleTopics.ts';
import type { SampleTopic } from '../../../scripts/start/sampleRecords.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { fromRunner } from '../../support/environment.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { testClient } from '../../support/testClient.ts';
import { uniqueName } from '../../support/uniqueName.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the sample topics of npm start', () => {
  const bootstrap = fromRunner('KAFKA_BOOTSTRAP');
  const signal = AbortSignal.timeout(60_000);
  const samples: readonly SampleTopic[] = ['first', 'second'].map((purpose) => ({
    name: uniqueName(purpose),
    partitions: 2,
    records: () => ['a', 'b', 'c'].map((key) => ({ key: bytes(key), value: bytes(key) })),
  }));
  let client: ClusterClient;

  before(() => {
    client = testClient();
  });
  after(() => client.close());

  it('are filled where an earlier start was ended before it filled them, and only then', async () => {
    const [first, second] = samples.map(({ name }) => name);
    assert.ok(first !== undefined && second !== undefined);
    await createTopic(client, { name: first, partitions: 2, replicationFactor: 1 }, signal);
    assert.deepEqual(await fillSampleTopics(bootstrap, signal, samples), [first, second]);
    assert.deepEqual(await fillSampleTopics(bootstrap, signal, samples), []);
    const offsets = await kafkaTool('offsets', ['--topic', first], bootstrap);
    const ends = offsets
      .trim()
      .split('\n')
      .map((line) => Number(line.split(':').at(-1)));
    assert.equal(
      ends.reduce((sum, end) => sum + end, 0),
      3,
    );
  });
});
