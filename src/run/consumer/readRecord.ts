import type { RecordView } from '../../core/record/recordView.ts';
import { internalTopicDecoder } from '../../core/serde/decoders/builtinDecoders.ts';
import { decodedText } from '../../core/serde/decoding.ts';
import type { DataFormat } from '../../core/scratch/values/dataFormat.ts';
import type { DataText, ReadRecord } from '../blockResult.ts';
import { decodeData } from './decodeData.ts';
import type { ReadRequest } from './planRead.ts';

const text: DataFormat = { kind: 'string', encoding: 'utf8' };

/**
 * A record as a result lists it, its key and value in the formats that the block names; those of an internal topic in
 * the words of Kafka's own formatters.
 */
export function readRecord(
  record: RecordView,
  { keyFormat, valueFormat }: Pick<ReadRequest, 'keyFormat' | 'valueFormat'>,
): ReadRecord {
  const decoder = internalTopicDecoder(record.topic);
  const dataOf = (part: 'key' | 'value', format: DataFormat): DataText => {
    const bytes = record[part]();
    const internal = decoder && bytes ? decodedText(bytes, { decoder, part })?.text : undefined;
    return internal ?? decodeData(bytes, format);
  };
  return {
    topic: record.topic,
    partition: record.partition,
    offset: String(record.offset),
    timestamp: record.timestampMs,
    key: dataOf('key', keyFormat),
    value: dataOf('value', valueFormat),
    headers: record
      .headers()
      .map(({ name, value }) => [Buffer.from(name).toString(), decodeData(value, text)]),
  };
}
