import { randomBytes } from 'node:crypto';

/** Comes back in a Kafka broker's answer to {@link kafkaGreeting}. */
export const greetingCorrelationId = 0x6b776231;

/** A whole ApiVersions request, version 0: every Kafka broker since 0.10 answers it before any login. */
export function kafkaGreeting(): Buffer {
  const clientId = 'kafka-workbench';
  const bytes = Buffer.alloc(14 + clientId.length);
  bytes.writeInt32BE(bytes.length - 4, 0);
  bytes.writeInt16BE(18, 4); // api_key
  bytes.writeInt16BE(0, 6); // api_version
  bytes.writeInt32BE(greetingCorrelationId, 8);
  bytes.writeInt16BE(clientId.length, 12);
  bytes.write(clientId, 14, 'latin1');
  return bytes;
}

/** The least that any HTTP server answers. */
export function httpGreeting(): Buffer {
  return Buffer.from('GET / HTTP/1.0\r\n\r\n', 'latin1');
}

/**
 * A TLS ClientHello (RFC 5246, 7.4.1.2) with common cipher suites and no extensions. A server agrees or
 * refuses, but in either case answers with a TLS record, which is all that is asked.
 */
export function tlsGreeting(): Buffer {
  const suites = [0x1301, 0x1302, 0xc02f, 0xc030, 0xc02b, 0xc02c, 0x009c, 0x009d, 0x002f, 0x0035];
  const body = Buffer.alloc(2 + 32 + 1 + 2 + suites.length * 2 + 2);
  body.writeUInt16BE(0x0303, 0);
  randomBytes(32).copy(body, 2);
  body.writeUInt16BE(suites.length * 2, 35); // after an empty session id
  suites.forEach((suite, index) => body.writeUInt16BE(suite, 37 + index * 2));
  body.writeUInt8(1, 37 + suites.length * 2); // one compression method: none
  const handshake = Buffer.alloc(4);
  handshake.writeUInt32BE(body.length, 0);
  handshake.writeUInt8(1, 0); // client_hello, before a length of three bytes
  const record = Buffer.alloc(5);
  record.writeUInt8(0x16, 0);
  record.writeUInt16BE(0x0301, 1);
  record.writeUInt16BE(handshake.length + body.length, 3);
  return Buffer.concat([record, handshake, body]);
}
