import type { ValueParser } from '../parsed.ts';
import { choice } from '../values/choice.ts';
import { bytesConfig, integerConfig, millisecondsConfig } from '../values/configValue.ts';
import { anyText, someText } from '../values/text.ts';
import {
  choices,
  examples,
  property,
  type ConfigFacts,
  type PropertySpec,
  type ValueHint,
} from './propertySpec.ts';

/** Makes a config: what its kind leaves open is the name, Kafka's default, and what it is for. */
type ConfigKind = (name: string, byDefault: string, doc: string) => PropertySpec<string>;

/** A kind of config; where nothing is `offered`, the default is the example. */
function kind(
  type: ConfigFacts['type'],
  parse: ValueParser<string>,
  offered?: ValueHint,
): ConfigKind {
  return (name, byDefault, doc) =>
    property(name, parse, offered ?? examples(byDefault), doc, {
      templates: 'before',
      config: { type, default: byDefault },
    });
}

const milliseconds = kind('duration', millisecondsConfig, examples('10m', '12h', '7d', '-1'));
const bytes = kind('size', bytesConfig, examples('1MB', '1GB', '-1'));
const fraction = kind('fraction', someText);
const replicas = kind('list', anyText, examples('*'));

function whole(name: string, min: number, byDefault: string, doc: string): PropertySpec<string> {
  return kind('integer', integerConfig(min))(name, byDefault, doc);
}

/** One of some words, of which the first is what Kafka takes where none is named. */
function oneOf(
  name: string,
  words: readonly [string, ...string[]],
  doc: string,
): PropertySpec<string> {
  return kind('choice', choice(...words), choices(...words))(name, words[0], doc);
}

const noOrYes = ['false', 'true'] as const;

/** The topic configs of Kafka 4.3 by name; the texts are ours. Newer brokers may know more. */
export const topicConfigs: Readonly<Record<string, PropertySpec<string>>> = Object.fromEntries(
  [
    oneOf(
      'cleanup.policy',
      ['delete', 'compact', 'compact,delete', 'delete,compact'],
      'What becomes of old records: deleted after a time or size, or only the newest of each key kept.',
    ),
    milliseconds('retention.ms', '7d', 'How long records are kept; -1 keeps them for ever.'),
    bytes(
      'retention.bytes',
      '-1',
      'How large a partition may grow before old records go; -1 is no limit.',
    ),
    bytes('segment.bytes', '1GB', 'The size at which a new segment file starts.'),
    milliseconds('segment.ms', '7d', 'The age at which a new segment file starts.'),
    milliseconds('segment.jitter.ms', '0', 'Spreads the start of new segments over this time.'),
    bytes('segment.index.bytes', '10MB', 'The size of a segment’s offset index.'),
    bytes(
      'index.interval.bytes',
      '4KB',
      'How many bytes lie between two entries of the offset index.',
    ),
    bytes('max.message.bytes', '1048588', 'The largest record batch the topic takes.'),
    whole(
      'min.insync.replicas',
      1,
      '1',
      'How many replicas must be in sync for a write with acks=all.',
    ),
    oneOf(
      'compression.type',
      ['producer', 'uncompressed', 'gzip', 'snappy', 'lz4', 'zstd'],
      'How the broker stores batches; “producer” keeps them as they were sent.',
    ),
    whole('compression.gzip.level', -1, '-1', 'The level of gzip where the broker compresses.'),
    whole('compression.lz4.level', 1, '9', 'The level of lz4 where the broker compresses.'),
    whole('compression.zstd.level', -131072, '3', 'The level of zstd where the broker compresses.'),
    oneOf(
      'message.timestamp.type',
      ['CreateTime', 'LogAppendTime'],
      'Whose clock a record’s timestamp is from: the producer’s or the broker’s.',
    ),
    milliseconds(
      'message.timestamp.before.max.ms',
      '9223372036854775807',
      'How far in the past a record’s timestamp may be.',
    ),
    milliseconds(
      'message.timestamp.after.max.ms',
      '1h',
      'How far in the future a record’s timestamp may be.',
    ),
    fraction(
      'min.cleanable.dirty.ratio',
      '0.5',
      'How much of a log must be uncompacted before compaction starts.',
    ),
    milliseconds('min.compaction.lag.ms', '0', 'How long a record stays uncompacted at least.'),
    milliseconds(
      'max.compaction.lag.ms',
      '9223372036854775807',
      'How long a record stays uncompacted at most.',
    ),
    milliseconds('delete.retention.ms', '1d', 'How long tombstones of a compacted topic are kept.'),
    milliseconds(
      'file.delete.delay.ms',
      '1m',
      'How long the broker waits before it removes a file.',
    ),
    whole(
      'flush.messages',
      1,
      '9223372036854775807',
      'After how many records the broker forces data to disk.',
    ),
    milliseconds(
      'flush.ms',
      '9223372036854775807',
      'After what time the broker forces data to disk.',
    ),
    oneOf('preallocate', noOrYes, 'Whether a segment’s file is allocated as a whole.'),
    oneOf(
      'unclean.leader.election.enable',
      noOrYes,
      'Whether a replica that is not in sync may lead, at the price of lost records.',
    ),
    oneOf('remote.storage.enable', noOrYes, 'Whether old segments go to remote storage.'),
    oneOf('remote.log.copy.disable', noOrYes, 'Whether copying to remote storage is halted.'),
    oneOf(
      'remote.log.delete.on.disable',
      noOrYes,
      'Whether remote data goes when remote storage is disabled.',
    ),
    milliseconds(
      'local.retention.ms',
      '-2',
      'How long records stay on local disks; -2 follows retention.ms.',
    ),
    bytes(
      'local.retention.bytes',
      '-2',
      'How much stays on local disks; -2 follows retention.bytes.',
    ),
    replicas(
      'leader.replication.throttled.replicas',
      '',
      'Replicas whose leader-side traffic is throttled.',
    ),
    replicas(
      'follower.replication.throttled.replicas',
      '',
      'Replicas whose follower-side traffic is throttled.',
    ),
  ].map((spec) => [spec.name, spec]),
);
