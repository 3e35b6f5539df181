import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { describe, it } from 'node:test';
import Connection from 'kafkajs/src/network/connection.js';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import metadataResponse from 'kafkajs/src/protocol/requests/metadata/v6/response.js';
import type { KafkaError } from '../../../src/core/kafkaError.ts';
import { silentLog } from '../../../src/core/log.ts';
import { kafkajsLogger } from '../../../src/kafka/wire/kafkajsLogger.ts';
import { patchKafkajs } from '../../../src/kafka/wire/patchKafkajs.ts';

patchKafkajs();

function newQueue(): RequestQueue {
  const logger = kafkajsLogger(silentLog).namespace('test');
  const options = {
    maxInFlightRequests: 1,
    requestTimeout: 1000,
    enforceRequestTimeout: false,
    clientId: 'test',
    broker: 'localhost:9092',
    logger,
  };
  return Reflect.construct(RequestQueue, [options]) as RequestQueue;
}

function newConnection(): Connection {
  const logger = kafkajsLogger(silentLog);
  const options = {
    host: 'localhost',
    port: 9092,
    logger,
    requestTimeout: 1,
    connectionTimeout: 1,
  };
  return Reflect.construct(Connection, [options]) as Connection;
}

function send(queue: RequestQueue, correlationId: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const entry = { apiKey: 3, apiName: 'Metadata', apiVersion: 4, correlationId, resolve, reject };
    queue.push({ entry, expectResponse: true, requestTimeout: null, sendRequest: () => undefined });
  });
}

describe('kafkajs, patched', () => {
  it('arms no timer once every request has been answered', async () => {
    const queue = newQueue();
    const answered = send(queue, 1);
    queue.fulfillRequest({ correlationId: 1, payload: Buffer.alloc(0), size: 0 });
    await answered;
    assert.equal(queue.throttleCheckTimeoutId, null);
  });

  it('still sends what had to wait for an answer to another request', async () => {
    const queue = newQueue();
    const first = send(queue, 1);
    const second = send(queue, 2);
    assert.equal(queue.pending.length, 1);
    queue.fulfillRequest({ correlationId: 1, payload: Buffer.alloc(0), size: 0 });
    await first;
    assert.equal(queue.pending.length, 0);
    queue.fulfillRequest({ correlationId: 2, payload: Buffer.alloc(0), size: 0 });
    await second;
    queue.destroy();
  });

  it('hands on a whole answer as it came, keeping none of it, and still joins one that comes in parts', async () => {
    const connection = newConnection();
    const frame = Buffer.from([0, 0, 0, 7, 0, 0, 0, 1, 10, 20, 30]);
    const answers: { payload: Buffer }[] = [];
    connection.requestQueue.fulfillRequest = (answer) => answers.push(answer);
    connection.processData(frame);
    connection.processData(frame.subarray(0, 6));
    connection.processData(frame.subarray(6));
    connection.processData(frame);
    assert.deepEqual(
      answers.map(({ payload }) => [...payload]),
      [
        [10, 20, 30],
        [10, 20, 30],
        [10, 20, 30],
      ],
    );
    assert.equal(answers[0]?.payload.buffer, frame.buffer);
    connection.requestQueue.destroy();
    await connection.disconnect();
  });

  it('drops a connection on which an answer comes that is too short for one', async () => {
    const connection = newConnection();
    const socket = new Socket();
    const dropped = once(socket, 'error');
    Object.assign(connection, { socket });
    connection.processData(Buffer.from([0, 0, 0, 0]));
    const [error] = (await dropped) as [KafkaError];
    assert.equal(error.reason, 'notKafka');
    connection.requestQueue.destroy();
    await connection.disconnect();
  });

  it('still waits while the broker throttles us', () => {
    const queue = newQueue();
    queue.throttledUntil = Date.now() + 60_000;
    queue.scheduleCheckPendingRequests();
    assert.notEqual(queue.throttleCheckTimeoutId, null);
    queue.destroy();
  });

  it('hands on metadata in which one partition has no leader', async () => {
    const partition = { partitionErrorCode: 5, partitionId: 0, leader: -1 };
    const data = { topicMetadata: [{ topicErrorCode: 0, partitionMetadata: [partition] }] };
    assert.equal(await metadataResponse.parse(data), data);
  });

  it('is patched once, however often it is asked for', () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const before = RequestQueue.prototype.scheduleCheckPendingRequests;
    patchKafkajs();
    // eslint-disable-next-line @typescript-eslint/unbound-method
    assert.equal(RequestQueue.prototype.scheduleCheckPendingRequests, before);
  });
});
