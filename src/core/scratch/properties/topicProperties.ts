import { integer, maxInt32 } from '../values/integer.ts';
import { examples, property } from './propertySpec.ts';
import { topicConfigs } from './topicConfigs.ts';

/** The properties of a TOPIC block that are no configs of the topic. */
export const topicShape = {
  partitions: property(
    'partitions',
    integer(1, maxInt32),
    examples('1', '3'),
    'How many partitions the topic has; the broker’s default where it is left out.',
    { templates: 'before' },
  ),
  replicationFactor: property(
    'replication-factor',
    integer(1, 32767),
    examples('1', '3'),
    'On how many brokers each partition is kept; the broker’s default where it is left out.',
    { templates: 'before' },
  ),
};

/** Every property of a TOPIC block: its shape, and the configs by Kafka’s own names. */
export const topicProperties = { ...topicShape, ...topicConfigs };
