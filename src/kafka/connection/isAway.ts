import { KafkaError, type KafkaErrorReason } from '../../core/kafkaError.ts';

const awayReasons: ReadonlySet<KafkaErrorReason> = new Set([
  'connectionClosed',
  'connectionRefused',
  'connectionTimeout',
  'connectionSilent',
  // Containers lose their names while they restart.
  'hostNotFound',
  // A broker that goes down closes what has just connected, as one does that wants a login.
  'authenticationRequired',
  'brokerUnknown',
  'requestTimeout',
]);

/** Whether nobody answered who had answered before: a broker that restarts will be back soon. */
export function isAway(error: unknown): error is KafkaError {
  return error instanceof KafkaError && awayReasons.has(error.reason);
}
