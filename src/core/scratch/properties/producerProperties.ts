import { choice } from '../values/choice.ts';
import { duration } from '../values/duration.ts';
import { schemaSource } from '../values/fileReference.ts';
import { headerEntry, headerList } from '../values/headerValues.ts';
import { integer, maxInt32 } from '../values/integer.ts';
import { recordKey } from '../values/nullableText.ts';
import { rate } from '../values/rate.ts';
import { recordsSource } from '../values/recordsSource.ts';
import { separator } from '../values/separator.ts';
import { moment } from '../values/time.ts';
import { topicNameValue } from '../values/topicNameValue.ts';
import { valueSource } from '../values/valueSource.ts';
import { yesNo } from '../values/yesNo.ts';
import { formatProperty } from './formatProperty.ts';
import { choices, examples, property } from './propertySpec.ts';
import { valueSchema } from './valueSchema.ts';

const old = { existing: true };
const filled = { templates: 'before' } as const;

/** Every property of a PRODUCER block. */
export const producerProperties = {
  topic: property(
    'topic',
    topicNameValue,
    { kind: 'topic' },
    'The topic that the records are written to.',
    { existing: true, required: true, templates: 'before' },
  ),
  key: property(
    'key',
    recordKey,
    examples('{{$uuid}}', 'null', '""'),
    'The record key. “null” is no key, “""” an empty one.',
    { existing: true, templates: 'within' },
  ),
  headers: property(
    'headers',
    headerList,
    examples('name=value, other=value'),
    'Record headers as name=value, separated by commas. Use “header” for values with a comma or an equals sign.',
    { existing: true, templates: 'within' },
  ),
  keyFormat: formatProperty(
    'key-format',
    'produce',
    'How the key becomes bytes: text in an encoding, or a number as Java’s serializers write it.',
  ),
  valueFormat: formatProperty(
    'value-format',
    'produce',
    'How the value becomes bytes: text in an encoding, a number, or data with a schema.',
  ),
  valueSchema,
  every: property(
    'every',
    duration,
    choices('3s', '5m', '1h'),
    'Sends again after each such time until it is stopped.',
    old,
  ),
  header: property(
    'header',
    headerEntry,
    examples('name = value'),
    'One record header; may be repeated. Order, duplicates and commas are kept.',
    { repeatable: true, templates: 'within' },
  ),
  partition: property(
    'partition',
    integer(0, maxInt32),
    { kind: 'partitions', examples: ['0'] },
    'Writes to this partition instead of the one that the key chooses.',
    filled,
  ),
  timestamp: property(
    'timestamp',
    moment,
    examples('now-5m', '2026-01-31T12:00:00Z', '1769860800000'),
    'The records’ timestamp: ISO (UTC where no zone is given), milliseconds since 1970, or relative to now.',
    filled,
  ),
  value: property(
    'value',
    valueSource,
    examples('null', 'empty', 'file(value.json)'),
    'The value instead of a body: “null” is a tombstone, “empty” has no bytes, file(path) is a file’s content.',
  ),
  records: property(
    'records',
    recordsSource,
    examples('one', 'lines', 'jsonl', 'csv', 'file(records.jsonl)'),
    'How the body (or a file) becomes records: one value, a record a line, a JSON object a line, or CSV rows.',
  ),
  separator: property(
    'separator',
    separator,
    examples(':', '\\t', '|'),
    'With “records: lines”: what stands between the key and the value of each line.',
    filled,
  ),
  count: property(
    'count',
    integer(1, maxInt32),
    examples('10', '1000'),
    'How many times the records are sent; {{…}} is filled in anew for each.',
    filled,
  ),
  rate: property(
    'rate',
    rate,
    examples('10/s', '200/s', '30/m'),
    'The most records sent in a second, minute or hour.',
    filled,
  ),
  acks: property(
    'acks',
    choice('0', '1', 'all', '-1'),
    choices('0', '1', 'all'),
    'Who must have written a record before it counts: nobody (0), the leader (1), all in-sync replicas (all).',
  ),
  compression: property(
    'compression',
    choice('none', 'gzip', 'snappy', 'lz4', 'zstd'),
    choices('none', 'gzip', 'snappy', 'lz4', 'zstd'),
    'How record batches are compressed.',
  ),
  idempotent: property(
    'idempotent',
    yesNo,
    choices('true', 'false'),
    'Lets the broker drop what a retry sends a second time.',
  ),
  transaction: property(
    'transaction',
    choice('commit', 'abort'),
    choices('commit', 'abort'),
    'Writes all records of the run in one transaction that is then committed or aborted.',
  ),
  keySchema: property(
    'key-schema',
    schemaSource,
    { kind: 'file' },
    'The schema of the key, inline or file(path) relative to this file.',
  ),
  template: property(
    'template',
    choice('on', 'off'),
    choices('off', 'on'),
    'Whether {{…}} is filled in; “off” sends key, headers and body as they stand.',
  ),
};
