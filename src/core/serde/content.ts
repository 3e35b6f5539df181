import type { Content } from '../../protocol/recordDetails.ts';
import { base64Of, hexOf } from './binaryText.ts';
import type { Decoding } from './decoding.ts';
import { isJsonContainer } from './jsonScan.ts';
import { prettyXml } from './prettyXml.ts';
import { isBrokenText, readableText } from './readableText.ts';
import { utf8Of, utf8Prefix } from './utf8.ts';

const maxBytes = 1024 * 1024;

/**
 * A key, value or header value for the details: its text, or base64 of binary, up to 1 MiB of its bytes.
 *
 * @param options `tombstone`: it is the value of a record that has a key, so that null means "deleted";
 *   `decoding`: the user's choice, without which the bytes are shown as what they look like
 */
export function contentOf(
  bytes: Uint8Array | null,
  options: { readonly tombstone?: boolean; readonly decoding?: Decoding | undefined } = {},
): Content {
  if (bytes === null) {
    const kind = options.tombstone === true ? 'tombstone' : 'null';
    return { kind, text: '', json: false, truncated: false, sizeBytes: 0 };
  }
  const sizeBytes = bytes.length;
  if (sizeBytes === 0) {
    return { kind: 'empty', text: '', json: false, truncated: false, sizeBytes };
  }
  return options.decoding === undefined
    ? plainContent(bytes)
    : decodedContent(bytes, options.decoding);
}

function plainContent(bytes: Uint8Array): Content {
  const sizeBytes = bytes.length;
  const prefix = utf8Prefix(bytes, maxBytes);
  const truncated = prefix.length < sizeBytes;
  const text = readableText(prefix);
  if (text === undefined) return dumped(bytes, isBrokenText(prefix) ? 'broken' : 'binary');
  const json = !truncated && isJsonContainer(text);
  return { kind: 'text', text, json, truncated, sizeBytes };
}

function decodedContent(bytes: Uint8Array, { decoder, part, explain }: Decoding): Content {
  const found = decoder.decode(bytes, { part, maxBytes, maxChars: maxBytes });
  if (!found.ok) return { ...plainContent(bytes), problem: explain(decoder.name, found.problem) };
  const { text, language, truncated } = found;
  const own = { decoder: decoder.name, truncated, sizeBytes: bytes.length };
  if (language === 'bytes') return { ...dumped(bytes, 'binary'), ...own };
  const laidOut = language === 'xml' ? prettyXml(text) : text;
  return { kind: 'text', text: laidOut, json: language === 'json' && !truncated, ...own };
}

function dumped(bytes: Uint8Array, kind: 'binary' | 'broken'): Content {
  const shown = bytes.subarray(0, maxBytes);
  const truncated = shown.length < bytes.length;
  const sizeBytes = bytes.length;
  return { kind, text: base64Of(shown), json: false, truncated, sizeBytes };
}

/** A header's name: text where it is UTF-8, else its bytes as `0x…`; names are bytes on the wire. */
export function headerNameOf(name: Uint8Array): string {
  return utf8Of(name) ?? `0x${hexOf(name)}`;
}
