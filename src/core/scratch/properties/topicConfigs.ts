import type { ValueParser } from '../parsed.ts';
import { choice } from '../values/choice.ts';
import { bytesConfig, millisecondsConfig } from '../values/configValue.ts';
import { anyText, someText } from '../values/text.ts';
import { choices, examples, property, type PropertySpec } from './propertySpec.ts';

function milliseconds(name: string, doc: string): PropertySpec<string> {
  return property(name, millisecondsConfig, examples('10m', '12h', '7d', '-1'), doc);
}

function bytes(name: string, doc: string): PropertySpec<string> {
  return property(name, bytesConfig, examples('1MB', '1GB', '-1'), doc);
}

function oneOf(name: string, words: readonly string[], doc: string): PropertySpec<string> {
  return property(name, choice(...words), choices(...words), doc);
}

function free(
  name: string,
  doc: string,
  parse: ValueParser<string> = someText,
): PropertySpec<string> {
  return property(name, parse, examples(), doc);
}

const yesOrNo = ['true', 'false'];

/** The topic configs of Kafka 4.3 by name; the texts are ours. Newer brokers may know more. */
export const topicConfigs: Readonly<Record<string, PropertySpec<string>>> = Object.fromEntries(
  [
    oneOf(
      'cleanup.policy',
      ['delete', 'compact', 'compact,delete', 'delete,compact'],
      'What becomes of old records: deleted after a time or size, or only the newest of each key kept.',
    ),
    milliseconds('retention.ms', 'How long records are kept; -1 keeps them for ever.'),
    bytes(
      'retention.bytes',
      'How large a partition may grow before old records go; -1 is no limit.',
    ),
    bytes('segment.bytes', 'The size at which a new segment file starts.'),
    milliseconds('segment.ms', 'The age at which a new segment file starts.'),
    milliseconds('segment.jitter.ms', 'Spreads the start of new segments over this time.'),
    bytes('segment.index.bytes', 'The size of a segment’s offset index.'),
    bytes('index.interval.bytes', 'How many bytes lie between two entries of the offset index.'),
    bytes('max.message.bytes', 'The largest record batch the topic takes.'),
    free('min.insync.replicas', 'How many replicas must be in sync for a write with acks=all.'),
    oneOf(
      'compression.type',
      ['producer', 'uncompressed', 'gzip', 'snappy', 'lz4', 'zstd'],
      'How the broker stores batches; “producer” keeps them as they were sent.',
    ),
    free('compression.gzip.level', 'The level of gzip where the broker compresses.'),
    free('compression.lz4.level', 'The level of lz4 where the broker compresses.'),
    free('compression.zstd.level', 'The level of zstd where the broker compresses.'),
    oneOf(
      'message.timestamp.type',
      ['CreateTime', 'LogAppendTime'],
      'Whose clock a record’s timestamp is from: the producer’s or the broker’s.',
    ),
    milliseconds(
      'message.timestamp.before.max.ms',
      'How far in the past a record’s timestamp may be.',
    ),
    milliseconds(
      'message.timestamp.after.max.ms',
      'How far in the future a record’s timestamp may be.',
    ),
    free(
      'min.cleanable.dirty.ratio',
      'How much of a log must be uncompacted before compaction starts.',
    ),
    milliseconds('min.compaction.lag.ms', 'How long a record stays uncompacted at least.'),
    milliseconds('max.compaction.lag.ms', 'How long a record stays uncompacted at most.'),
    milliseconds('delete.retention.ms', 'How long tombstones of a compacted topic are kept.'),
    milliseconds('file.delete.delay.ms', 'How long the broker waits before it removes a file.'),
    free('flush.messages', 'After how many records the broker forces data to disk.'),
    milliseconds('flush.ms', 'After what time the broker forces data to disk.'),
    oneOf('preallocate', yesOrNo, 'Whether a segment’s file is allocated as a whole.'),
    oneOf(
      'unclean.leader.election.enable',
      yesOrNo,
      'Whether a replica that is not in sync may lead, at the price of lost records.',
    ),
    oneOf('remote.storage.enable', yesOrNo, 'Whether old segments go to remote storage.'),
    oneOf('remote.log.copy.disable', yesOrNo, 'Whether copying to remote storage is halted.'),
    oneOf(
      'remote.log.delete.on.disable',
      yesOrNo,
      'Whether remote data goes when remote storage is disabled.',
    ),
    milliseconds(
      'local.retention.ms',
      'How long records stay on local disks; -2 follows retention.ms.',
    ),
    bytes('local.retention.bytes', 'How much stays on local disks; -2 follows retention.bytes.'),
    free(
      'leader.replication.throttled.replicas',
      'Replicas whose leader-side traffic is throttled.',
      anyText,
    ),
    free(
      'follower.replication.throttled.replicas',
      'Replicas whose follower-side traffic is throttled.',
      anyText,
    ),
  ].map((spec) => [spec.name, spec]),
);
