import { Writer } from './writer.ts';

/** What stands before a request's body (Kafka protocol guide, "Request Header"). */
export interface RequestHeader {
  readonly apiKey: number;
  readonly version: number;
  /** Comes back with the answer. */
  readonly correlationId: number;
  readonly clientId: string;
}

/**
 * A whole request as it goes over the wire, size first, in parts so that nothing large is copied. The client
 * id is a classic string in every header version; the header of a flexible version ends with tagged fields.
 */
export function requestFrame(
  header: RequestHeader,
  flexible: boolean,
  writeBody: (writer: Writer) => void,
): Uint8Array[] {
  const writer = new Writer(flexible);
  const clientId = Buffer.from(header.clientId);
  writer.int32(0); // the size, once it is known
  writer.int16(header.apiKey);
  writer.int16(header.version);
  writer.int32(header.correlationId);
  writer.int16(clientId.length);
  writer.raw(clientId);
  writer.tags();
  writeBody(writer);
  const chunks = writer.chunks();
  const [first] = chunks;
  if (first) new DataView(first.buffer, first.byteOffset).setInt32(0, writer.size - 4);
  return chunks;
}
