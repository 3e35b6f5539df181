import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BatchBuilder } from '../../../src/core/batch/batchBuilder.ts';
import { deleteTopics } from '../../../src/kafka/admin/deleteTopics.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { apiVersionsRequest } from '../../../src/kafka/wire/apiVersions.ts';
import { consumerGroupDescribeRequest } from '../../../src/kafka/wire/consumerGroupDescribe.ts';
import { createTopicsRequest } from '../../../src/kafka/wire/createTopics.ts';
import { deleteTopicsRequest } from '../../../src/kafka/wire/deleteTopics.ts';
import { describeConfigsRequest } from '../../../src/kafka/wire/describeConfigs.ts';
import { describeGroupsRequest } from '../../../src/kafka/wire/describeGroups.ts';
import { describeQuorumRequest } from '../../../src/kafka/wire/describeQuorum.ts';
import { fetchRequest } from '../../../src/kafka/wire/fetch.ts';
import { findCoordinatorRequest } from '../../../src/kafka/wire/findCoordinator.ts';
import { listGroupsRequest } from '../../../src/kafka/wire/listGroups.ts';
import { listOffsetsRequest } from '../../../src/kafka/wire/listOffsets.ts';
import { metadataRequest } from '../../../src/kafka/wire/metadata.ts';
import { offsetFetchRequest } from '../../../src/kafka/wire/offsetFetch.ts';
import { produceRequest } from '../../../src/kafka/wire/produce.ts';
import type { WireRequest } from '../../../src/kafka/wire/wireRequest.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { testClient } from '../../support/testClient.ts';
import { uniqueName } from '../../support/uniqueName.ts';

describe('every version of a request that a real broker offers', () => {
  const topic = uniqueName('versions');
  const group = uniqueName('versions');
  let client: ClusterClient;
  const offered = new Map<number, { minVersion: number; maxVersion: number }>();

  before(async () => {
    client = testClient();
    await createTopic(client, { name: topic, partitions: 2 });
    const values = ['a', 'b', 'c'].map((text) => Buffer.from(text));
    await produceRecords(
      client,
      topic,
      values.map((value) => ({ key: null, value, partition: 1 })),
    );
    await kafkaTool('consumer', [
      ...['--topic', topic, '--group', group, '--from-beginning', '--max-messages', '3'],
      ...['--timeout-ms', '20000'],
    ]);
    const { apis } = await client.send('any', apiVersionsRequest);
    for (const api of apis) offered.set(api.apiKey, api);
  });
  after(async () => {
    await deleteTopics(client, [topic]);
    await client.close();
  });

  /** Sends the request in each version that both sides know and checks each answer. */
  async function inEveryVersion<T>(
    make: (version: number) => WireRequest<T>,
    check: (answer: T, version: number) => void,
  ): Promise<void> {
    const { apiKey, minVersion, maxVersion } = make(-1);
    const theirs = offered.get(apiKey);
    assert.ok(theirs);
    const first = Math.max(minVersion, theirs.minVersion);
    const last = Math.min(maxVersion, theirs.maxVersion);
    assert.ok(first <= last);
    for (let version = first; version <= last; version++) {
      const request = { ...make(version), minVersion: version, maxVersion: version };
      check(await client.send('any', request), version);
    }
  }

  it('ApiVersions', () =>
    inEveryVersion(
      () => apiVersionsRequest,
      ({ errorCode, apis, features }, version) => {
        assert.equal(errorCode, 0);
        assert.equal(apis.length, offered.size);
        assert.equal(features.has('metadata.version'), version >= 3);
      },
    ));
  it('Metadata', () =>
    inEveryVersion(
      () => metadataRequest([topic]),
      ({ brokers, topics }, version) => {
        assert.equal(brokers.length, 1);
        const [told] = topics;
        assert.deepEqual([told?.errorCode, told?.name, told?.internal], [0, topic, false]);
        assert.equal(told?.id !== undefined, version >= 10);
        const numbers = told?.partitions.map(({ partition }) => partition).sort();
        assert.deepEqual(numbers, [0, 1]);
      },
    ));
  it('ListOffsets', () =>
    inEveryVersion(
      () => listOffsetsRequest([{ topic, partition: 1, timestamp: -1n }], { readCommitted: true }),
      ([answer]) => {
        assert.deepEqual([answer?.errorCode, answer?.partition, answer?.offset], [0, 1, 3n]);
      },
    ));
  it('Fetch', () =>
    inEveryVersion(
      () =>
        fetchRequest({
          maxWaitMs: 1000,
          minBytes: 1,
          maxBytes: 1_000_000,
          isolation: 'committed',
          partitions: [{ topic, partition: 1, offset: 0n, maxBytes: 1_000_000, leaderEpoch: 0 }],
        }),
      ({ errorCode, partitions }) => {
        const [told] = partitions;
        assert.deepEqual([errorCode, told?.errorCode, told?.highWatermark], [0, 0, 3n]);
        assert.ok(told && told.records.length > 61);
      },
    ));
  it('Produce', async () => {
    const builder = new BatchBuilder();
    builder.append({ key: null, value: Buffer.from('d') }, Date.now());
    let expected = 0n;
    await inEveryVersion(
      () =>
        produceRequest([{ topic, partition: 0, batch: builder.build() }], {
          acks: -1,
          timeoutMs: 10_000,
        }),
      ([answer]) => {
        assert.deepEqual([answer?.errorCode, answer?.baseOffset], [0, expected]);
        expected++;
      },
    );
  });
  it('CreateTopics and DeleteTopics', async () => {
    const name = (version: number): string => `${topic}-${version}`;
    const made: string[] = [];
    await inEveryVersion(
      (version) =>
        createTopicsRequest(
          [{ name: name(version), partitions: 1, replicationFactor: 1, configs: [] }],
          { timeoutMs: 10_000 },
        ),
      ([answer], version) => {
        assert.deepEqual([answer?.name, answer?.errorCode], [name(version), 0]);
        made.push(name(version));
      },
    );
    await inEveryVersion(
      () => deleteTopicsRequest([made.pop() ?? ''], { timeoutMs: 10_000 }),
      ([answer]) => {
        assert.equal(answer?.errorCode, 0);
      },
    );
    await deleteTopics(client, made);
  });
  it('DescribeConfigs', () =>
    inEveryVersion(
      () => describeConfigsRequest('topic', topic),
      ([answer]) => {
        assert.equal(answer?.errorCode, 0);
        const policy = answer.configs.find(({ name }) => name === 'cleanup.policy');
        assert.deepEqual([policy?.value, policy?.readOnly, policy?.source], ['delete', false, 5]);
      },
    ));
  it('ListGroups', () =>
    inEveryVersion(
      () => listGroupsRequest,
      ({ errorCode, groups }, version) => {
        const told = groups.find(({ id }) => id === group);
        assert.deepEqual([errorCode, told?.protocolType], [0, 'consumer']);
        assert.equal(told?.state, version >= 4 ? 'Empty' : undefined);
        assert.equal(told?.type, version >= 5 ? 'classic' : undefined);
      },
    ));
  it('DescribeGroups', () =>
    inEveryVersion(
      () => describeGroupsRequest(group),
      ([told]) => {
        assert.deepEqual([told?.errorCode, told?.id, told?.state], [0, group, 'Empty']);
      },
    ));
  it('ConsumerGroupDescribe', () =>
    inEveryVersion(
      () => consumerGroupDescribeRequest(group),
      ([told]) => {
        assert.deepEqual([told?.errorCode, told?.id], [69, group]);
      },
    ));
  it('FindCoordinator', () =>
    inEveryVersion(
      () => findCoordinatorRequest(group),
      ({ errorCode, brokerId }) => {
        assert.equal(errorCode, 0);
        assert.ok(brokerId >= 0);
      },
    ));
  it('OffsetFetch', () =>
    inEveryVersion(
      () => offsetFetchRequest(group),
      ({ errorCode, offsets }) => {
        const told = offsets.map(({ partition, offset }) => [partition, offset]).sort();
        assert.deepEqual(
          [errorCode, told],
          [
            0,
            [
              [0, 0n],
              [1, 3n],
            ],
          ],
        );
      },
    ));
  it('DescribeQuorum', () =>
    inEveryVersion(
      () => describeQuorumRequest,
      ({ errorCode, leaderId }) => {
        assert.equal(errorCode, 0);
        assert.ok(leaderId >= 0);
      },
    ));
});
