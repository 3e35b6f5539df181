import { KafkaError } from '../../core/kafkaError.ts';

const refused = new Set(['ECONNREFUSED']);
const noHost = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const unreachable = new Set(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN']);

/** Node's or kafkajs's error code of a failed connection (`ECONNREFUSED`, …), if there is one. */
export function socketErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Tells what a failed socket means for the address it was opened to. Our own errors pass unchanged. */
export function socketError(error: unknown, address: string): KafkaError {
  if (error instanceof KafkaError) return error;
  const code = socketErrorCode(error) ?? '';
  const options = { details: { address, ...(code ? { code } : {}) }, cause: error };
  if (refused.has(code)) {
    return new KafkaError('connectionRefused', `Nothing listens at ${address}`, options);
  }
  if (noHost.has(code)) {
    return new KafkaError('hostNotFound', `The host of ${address} was not found`, options);
  }
  const text = error instanceof Error ? error.message : String(error);
  if (unreachable.has(code) || text === 'Connection timeout') {
    return new KafkaError('connectionTimeout', `${address} could not be reached: ${text}`, options);
  }
  return new KafkaError('connectionClosed', `The connection to ${address} broke: ${text}`, options);
}
