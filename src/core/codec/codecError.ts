import { KafkaError } from '../kafkaError.ts';

/** Compressed bytes that do not hold what their format promises. Reason `corruptBatch`. */
export function corruptCodec(codec: string, what: string): KafkaError {
  return new KafkaError('corruptBatch', `${codec}: ${what}`, { details: { codec } });
}

/** Compressed bytes that expand beyond what the reader allows. Reason `corruptBatch`. */
export function tooLargeExpanded(codec: string, maxBytes: number): KafkaError {
  return new KafkaError('corruptBatch', `${codec}: expands beyond ${maxBytes} bytes`, {
    details: { codec, maxBytes },
  });
}
