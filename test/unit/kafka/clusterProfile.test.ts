import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import {
  parseBootstrapServers,
  parseHostAndPort,
} from '../../../src/kafka/connection/clusterProfile.ts';

describe('a list of bootstrap servers', () => {
  it('is separated by commas, spaces or semicolons', () => {
    assert.deepEqual(parseBootstrapServers(' a:1, b:2;c:3\nd:4,'), ['a:1', 'b:2', 'c:3', 'd:4']);
  });
  it('may leave out the port and repeat itself', () => {
    assert.deepEqual(parseBootstrapServers('kafka,kafka:9092'), ['kafka:9092']);
  });
  it('may be written as Kafka writes its listeners', () => {
    assert.deepEqual(parseBootstrapServers('PLAINTEXT://kafka:19092'), ['kafka:19092']);
  });
  it('knows IPv6', () => {
    assert.deepEqual(parseBootstrapServers('[::1]:19092,[fe80::1]'), [
      '[::1]:19092',
      '[fe80::1]:9092',
    ]);
    assert.deepEqual(parseHostAndPort('[::1]:19092'), { host: '::1', port: 19092 });
  });
  for (const wrong of [
    '',
    ' , ',
    'a:b',
    'a:0',
    'a:65536',
    'a:1:2',
    '::1:9092',
    'http://a:1',
    'a/b:1',
  ]) {
    it(`refuses "${wrong}"`, () => {
      assert.throws(
        () => parseBootstrapServers(wrong),
        (error) => error instanceof KafkaError && error.reason === 'addressInvalid',
      );
    });
  }
});
