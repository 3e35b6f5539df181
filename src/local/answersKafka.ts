import { connect } from 'node:net';

/** ApiVersions, version 0, correlation id 1, no client id: every broker answers it before anything else. */
const request = Buffer.from('0000000a001200000000' + '0001ffff', 'hex');

/** True when a Kafka broker answers an ApiVersions request at 127.0.0.1:`port` within the time limit. */
export function answersKafka(port: number, timeLimitMs = 2000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    let received = Buffer.alloc(0);
    socket.setTimeout(timeLimitMs, () => settle(false));
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      // size (4) · correlation id (4) · error code (2)
      if (received.length >= 10) {
        settle(received.readInt32BE(4) === 1 && received.readInt16BE(8) === 0);
      }
    });
    socket.on('error', () => settle(false));
    socket.on('close', () => settle(false));
  });
}
