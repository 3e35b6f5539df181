import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import { uniqueName } from '../../support/uniqueName.ts';
import { newTopic, readAll, Reading } from './reading.ts';
import { fromRunner } from '../../support/environment.ts';
import { testClient } from '../../support/testClient.ts';

const client = testClient();
const producers: Producer[] = [];
after(async () => {
  await client.close();
  await Promise.all(producers.map((producer) => producer.disconnect()));
});

/** A producer that can have one transaction open. */
async function transactionalProducer(): Promise<Producer> {
  const brokers = [fromRunner('KAFKA_BOOTSTRAP')];
  const kafka = new Kafka({ brokers, clientId: 'test', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({
    transactionalId: uniqueName('transactions'),
    maxInFlightRequests: 1,
    idempotent: true,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  producers.push(producer);
  return producer;
}

const messages = (...values: string[]) => values.map((value) => ({ value, partition: 0 }));

describe('transactions', () => {
  it('that are interleaved show whole or not at all at committed, and all at uncommitted', async () => {
    const topic = await newTopic(client);
    const [one, two] = [await transactionalProducer(), await transactionalProducer()];
    const first = await one.transaction();
    const second = await two.transaction();
    await first.send({ topic, messages: messages('a1') });
    await second.send({ topic, messages: messages('b1', 'b2') });
    await first.send({ topic, messages: messages('a2') });
    await second.abort();
    await first.send({ topic, messages: messages('a3') });
    await first.commit();
    const third = await two.transaction();
    await third.send({ topic, messages: messages('c1') });
    await third.commit();
    const fourth = await one.transaction();
    await fourth.send({ topic, messages: messages('d1') });
    await fourth.abort();

    const all = await readAll(client, { topic });
    assert.deepEqual(all.values, ['a1', 'b1', 'b2', 'a2', 'a3', 'c1', 'd1']);
    assert.ok(
      all.records.every(({ batch }) => batch.transactional && batch.producerId !== undefined),
    );
    assert.equal(all.reader.progress.controlBatches, 4);
    const committed = await readAll(client, { topic, isolation: 'committed' });
    assert.deepEqual(committed.values, ['a1', 'a2', 'a3', 'c1']);
    assert.equal(all.reader.progress.caughtUp, true);
    // From within the aborted transaction on, its beginning and its marker outside what is read.
    const part = await readAll(client, {
      topic,
      isolation: 'committed',
      from: { kind: 'offsets', offsets: new Map([[0, 2n]]) },
      to: { kind: 'offsets', offsets: new Map([[0, 4n]]) },
    });
    assert.deepEqual(part.values, ['a2']);
  });

  it('that are open hold back what comes after them at committed, until they end', async () => {
    const topic = await newTopic(client);
    const producer = await transactionalProducer();
    const tail = new Reading(client, { topic, isolation: 'committed', to: { kind: 'never' } });
    const uncommitted = new Reading(client, { topic, to: { kind: 'never' } });
    const transaction = await producer.transaction();
    await transaction.send({ topic, messages: messages('open') });
    await uncommitted.until(() => uncommitted.values.includes('open'));
    assert.deepEqual((await readAll(client, { topic, isolation: 'committed' })).values, []);
    assert.deepEqual(tail.values, []);
    await transaction.commit();
    await tail.until(() => tail.values.includes('open'));
    await Promise.all([tail.stop(), uncommitted.stop()]);
  });

  it('leave a partition that holds only markers readable to its end', async () => {
    const topic = await newTopic(client);
    const producer = await transactionalProducer();
    const transaction = await producer.transaction();
    await transaction.send({ topic, messages: messages('x') });
    await transaction.abort();
    const { values, ended, reader } = await readAll(client, { topic, isolation: 'committed' });
    assert.deepEqual([values, await ended], [[], { kind: 'end' }]);
    assert.equal(reader.progress.partitions[0]?.position, 2n);
  });
});
