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

/** zstd on a runtime whose zlib has none: Node before 22.15, VS Code before 1.101. Reason `codecUnsupported`. */
export function noZstd(node: string): KafkaError {
  return new KafkaError('codecUnsupported', `Node ${node} has no zstd: it needs 22.15 or later`, {
    details: { codec: 'zstd', node },
  });
}
