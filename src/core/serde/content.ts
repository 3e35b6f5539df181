import type { Content } from '../../protocol/tail.ts';
import { base64Of, hexOf } from './binaryText.ts';
import { isJsonContainer } from './jsonScan.ts';
import { readableText } from './readableText.ts';
import { utf8Of, utf8Prefix } from './utf8.ts';

const maxBytes = 1024 * 1024;

/**
 * A key, value or header value for the details: its text, or base64 of binary, up to 1 MiB of its bytes.
 *
 * @param options `tombstone`: it is the value of a record that has a key, so that null means "deleted"
 */
export function contentOf(
  bytes: Uint8Array | null,
  options: { tombstone?: boolean } = {},
): Content {
  if (bytes === null) {
    const kind = options.tombstone === true ? 'tombstone' : 'null';
    return { kind, text: '', json: false, truncated: false, sizeBytes: 0 };
  }
  const sizeBytes = bytes.length;
  if (sizeBytes === 0) {
    return { kind: 'empty', text: '', json: false, truncated: false, sizeBytes };
  }
  const prefix = utf8Prefix(bytes, maxBytes);
  const truncated = prefix.length < sizeBytes;
  const text = readableText(prefix);
  if (text === undefined) {
    const shown = bytes.subarray(0, maxBytes);
    return { kind: 'binary', text: base64Of(shown), json: false, truncated, sizeBytes };
  }
  return { kind: 'text', text, json: !truncated && isJsonContainer(text), truncated, sizeBytes };
}

/** A header's name: text where it is UTF-8, else its bytes as `0x…`; names are bytes on the wire. */
export function headerNameOf(name: Uint8Array): string {
  return utf8Of(name) ?? `0x${hexOf(name)}`;
}
