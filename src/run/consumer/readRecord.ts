import type { RecordView } from '../../core/record/recordView.ts';
import type { DataFormat } from '../../core/scratch/values/dataFormat.ts';
import type { ReadRecord } from '../blockResult.ts';
import { decodeData } from './decodeData.ts';
import type { ReadRequest } from './planRead.ts';

const text: DataFormat = { kind: 'string', encoding: 'utf8' };

/** A record as a result lists it, its key and value in the formats that the block names. */
export function readRecord(
  record: RecordView,
  { keyFormat, valueFormat }: Pick<ReadRequest, 'keyFormat' | 'valueFormat'>,
): ReadRecord {
  return {
    topic: record.topic,
    partition: record.partition,
    offset: String(record.offset),
    timestamp: record.timestampMs,
    key: decodeData(record.key(), keyFormat),
    value: decodeData(record.value(), valueFormat),
    headers: record
      .headers()
      .map(({ name, value }) => [Buffer.from(name).toString(), decodeData(value, text)]),
  };
}
