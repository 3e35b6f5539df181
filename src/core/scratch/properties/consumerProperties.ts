import { celExpression } from '../values/celExpression.ts';
import { choice } from '../values/choice.ts';
import { integer, maxInt32 } from '../values/integer.ts';
import { partitionList } from '../values/partitionList.ts';
import { readStart } from '../values/readStart.ts';
import { readStop } from '../values/readStop.ts';
import { topicNameValue } from '../values/topicNameValue.ts';
import { yesNo } from '../values/yesNo.ts';
import { formatProperty } from './formatProperty.ts';
import { choices, examples, property } from './propertySpec.ts';
import { valueSchema } from './valueSchema.ts';

/** Every property of a CONSUMER block. */
export const consumerProperties = {
  topic: property('topic', topicNameValue, { kind: 'topic' }, 'The topic that is read.', {
    existing: true,
    required: true,
    templates: 'before',
  }),
  from: property(
    'from',
    readStart,
    examples('earliest', 'latest', 'last 100', '-15m', '120', '0=120,1=98', '2026-01-31T12:00:00Z'),
    'Where reading starts: a word, an offset, the last records, a time, or an offset for each partition.',
    { existing: true, templates: 'before' },
  ),
  partitions: property(
    'partitions',
    partitionList,
    { kind: 'partitions', examples: ['0', '0,1,2', '0-2'] },
    'The partitions that are read; all where it is left out.',
    { existing: true, templates: 'before' },
  ),
  keyFormat: formatProperty('key-format', 'consume', 'How the key’s bytes are read.'),
  valueFormat: formatProperty('value-format', 'consume', 'How the value’s bytes are read.'),
  valueSchema,
  to: property(
    'to',
    readStop,
    examples('end', '120', '0=120,1=98', '2026-01-31T12:00:00Z'),
    'Where reading stops (exclusive): the end as it was at the start, an offset, or a time.',
    { templates: 'before' },
  ),
  limit: property(
    'limit',
    integer(1, maxInt32),
    examples('10', '100'),
    'Stops after this many records, and waits for them unless “to” ends it before.',
    { templates: 'before' },
  ),
  where: property(
    'where',
    celExpression,
    examples('key == "a"', 'offset > 100'),
    'Keeps only the records for which this CEL expression is true.',
    { templates: 'before' },
  ),
  isolation: property(
    'isolation',
    choice('read_committed', 'read_uncommitted'),
    choices('read_committed', 'read_uncommitted'),
    'Whether records of open and aborted transactions are read.',
  ),
  commit: property(
    'commit',
    yesNo,
    choices('false', 'true'),
    'With a group: whether offsets are committed.',
  ),
};
