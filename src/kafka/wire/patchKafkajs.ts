import Connection from 'kafkajs/src/network/connection.js';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import metadataResponse from 'kafkajs/src/protocol/requests/metadata/v6/response.js';
import { KafkaError } from '../../core/kafkaError.ts';

/** So long before its end a login is renewed at the earliest: kafkajs's own figure. */
const earliestRenewalMs = 10_000;
const original = Symbol.for('kafkaWorkbench.patchedKafkajs');

/**
 * Mends four defects of kafkajs 2.2.4 for the whole process; a second call changes nothing.
 *
 * - **Idle timer**: after any response a request queue arms a 1 ms timer again and again for ever, although
 *   nothing waits in it; an idle connection then costs a few per cent of a CPU. Patched: it is armed only
 *   while something waits or the broker throttles.
 * - **Metadata**: its parser throws when any partition of any topic has an error, so that one leaderless
 *   partition empties the topic list. Patched: what was decoded is handed on with its error codes.
 * - **Answers**: they are joined from chunks, and the last one is kept until the next has come, then copied once
 *   more. Patched: a whole answer (FrameReceiver makes no others) is handed on as it is.
 * - **Login**: it is renewed 10 s before it ends: where it holds for less than that, before every request, which a
 *   broker refuses more than once a second. Patched: in the last fifth of its time, and 10 s before at the earliest.
 */
export function patchKafkajs(): void {
  const queue = RequestQueue.prototype;
  if (original in queue) return;
  // Always called with its queue as `this`, below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const schedule = queue.scheduleCheckPendingRequests;
  Object.defineProperty(queue, original, { value: schedule });
  queue.scheduleCheckPendingRequests = function scheduleWhenNeeded(this: RequestQueue): void {
    if (this.pending.length === 0 && this.throttledUntil <= Date.now()) return;
    schedule.call(this);
  };
  metadataResponse.parse = (data) => Promise.resolve(data);
  patchReceiving();
  patchLogin();
}

function patchReceiving(): void {
  const connection = Connection.prototype;
  // Always called with its connection as `this`, below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const join = connection.processData;
  connection.processData = function handOnWhole(this: Connection, bytes: Buffer): void {
    const size = bytes.length - 4;
    const whole = size >= 0 && bytes.readInt32BE(0) === size && this.bytesBuffered === 0;
    if (!whole || this.authHandlers) {
      join.call(this, bytes);
      return;
    }
    if (size < 4) {
      this.socket?.destroy(new KafkaError('notKafka', `an answer of ${size} bytes`));
      return;
    }
    const correlationId = bytes.readInt32BE(4);
    this.requestQueue.fulfillRequest({ size, correlationId, payload: bytes.subarray(8) });
  };
}

function patchLogin(): void {
  const connection = Connection.prototype;
  // Always called with its connection as `this`, below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const login = connection.authenticate;
  connection.authenticate = async function logInInTime(this: Connection): Promise<void> {
    await login.call(this);
    const lifetimeMs = this.sessionLifetime.toNumber();
    this.reauthenticationThreshold = Math.min(Math.floor(lifetimeMs / 5), earliestRenewalMs);
  };
}
