import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import {
  idempotentProducer,
  type ProducerIdentity,
} from '../../../src/kafka/produce/producerIdentity.ts';
import type { RecordOutcome } from '../../../src/kafka/produce/recordOutcome.ts';
import { TopicWriter } from '../../../src/kafka/produce/topicWriter.ts';
import type { WireRequest } from '../../../src/kafka/wire/wireRequest.ts';
import { consoleConsume } from '../../support/kafkaTools.ts';
import { testClient } from '../../support/testClient.ts';
import { uniqueName } from '../../support/uniqueName.ts';

const client = testClient();
after(() => client.close());

/** The client, except that every second answer to a Produce request is lost on its way: the broker has the records. */
function losingAnswers(): ClusterClient {
  let produced = 0;
  const send = async (target: number, request: WireRequest<unknown>, options: object) => {
    const answer = await client.send(target, request, options);
    if (request.apiName === 'Produce' && produced++ % 2 === 0) {
      throw new KafkaError('connectionClosed', 'The answer was lost');
    }
    return answer;
  };
  return new Proxy(client, {
    get: (real, name) => {
      if (name === 'send') return send;
      const value: unknown = Reflect.get(real, name, real);
      return typeof value === 'function' ? (value.bind(real) as unknown) : value;
    },
  });
}

/** Writes `count` numbered records in `rounds` batches; gives what became of each. */
async function writeNumbers(
  topic: string,
  rounds: number,
  count: number,
  identity: ProducerIdentity | undefined,
): Promise<RecordOutcome[]> {
  const outcomes: RecordOutcome[] = [];
  const info = await describeTopic(client, topic, AbortSignal.timeout(10_000));
  const writer = new TopicWriter(losingAnswers(), info, { identity }, (index, outcome) => {
    outcomes[index] = outcome;
  });
  for (let round = 0; round < rounds; round++) {
    for (let index = 0; index < count; index++) {
      const number = round * count + index;
      writer.add({ key: null, value: Buffer.from(String(number)), partition: 0 }, number);
    }
    await writer.flush();
  }
  return outcomes;
}

describe('a writer whose answers get lost', () => {
  it('writes everything once and in order when it is idempotent, as Java reads it', async () => {
    const topic = uniqueName('once');
    await createTopic(client, { name: topic, partitions: 1 });
    const identity = await idempotentProducer(client, AbortSignal.timeout(10_000));
    const outcomes = await writeNumbers(topic, 5, 20, identity);
    assert.deepEqual([...new Set(outcomes.map(({ state }) => state))], ['written']);
    const offsets = outcomes.map((outcome) => 'offset' in outcome && outcome.offset);
    assert.deepEqual(
      offsets,
      Array.from({ length: 100 }, (_, index) => BigInt(index)),
    );
    const values = (await consoleConsume(topic, 100)).map((line) => line.split('\t').at(-1));
    assert.deepEqual(
      values,
      Array.from({ length: 100 }, (_, index) => String(index)),
    );
  });

  it('says that it does not know when it is not', async () => {
    const topic = uniqueName('unknown');
    await createTopic(client, { name: topic, partitions: 1 });
    const outcomes = await writeNumbers(topic, 2, 3, undefined);
    assert.deepEqual(
      outcomes.map(({ state }) => state),
      ['unknown', 'unknown', 'unknown', 'written', 'written', 'written'],
    );
  });
});
