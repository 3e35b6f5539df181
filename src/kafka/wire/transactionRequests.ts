import type { ProducerId } from './initProducerId.ts';
import type { WireRequest } from './wireRequest.ts';
import type { Writer } from './writer.ts';

/** A producer with the id that its transactions go by. */
export interface TransactionalProducer extends ProducerId {
  readonly transactionalId: string;
}

/** AddPartitionsToTxn (API 24), versions 0–1: before anything is written to them. Gives the first error code, or 0. */
export function addPartitionsToTxnRequest(
  producer: TransactionalProducer,
  topic: string,
  partitions: readonly number[],
): WireRequest<number> {
  return {
    apiKey: 24,
    apiName: 'AddPartitionsToTxn',
    minVersion: 0,
    maxVersion: 1,
    encode(writer) {
      writeProducer(writer, producer);
      writer.array([topic], (name) => {
        writer.string(name);
        writer.array(partitions, (partition) => {
          writer.int32(partition);
        });
      });
    },
    decode(reader) {
      reader.int32(); // throttle_time_ms
      const codes = reader.array(() => {
        reader.string(); // name
        return reader.array(() => {
          reader.int32(); // partition
          return reader.int16();
        });
      });
      return codes.flat().find((code) => code !== 0) ?? 0;
    },
  };
}

/** EndTxn (API 26), versions 0–1: commits or aborts. Gives the error code. */
export function endTxnRequest(
  producer: TransactionalProducer,
  outcome: 'commit' | 'abort',
): WireRequest<number> {
  return {
    apiKey: 26,
    apiName: 'EndTxn',
    minVersion: 0,
    maxVersion: 1,
    encode(writer) {
      writeProducer(writer, producer);
      writer.boolean(outcome === 'commit');
    },
    decode(reader) {
      reader.int32(); // throttle_time_ms
      return reader.int16();
    },
  };
}

function writeProducer(
  writer: Writer,
  { transactionalId, producerId, epoch }: TransactionalProducer,
): void {
  writer.string(transactionalId);
  writer.int64(producerId);
  writer.int16(epoch);
}
