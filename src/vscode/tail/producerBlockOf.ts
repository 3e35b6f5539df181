import { findProperty } from '../../core/scratch/findProperty.ts';
import { parseScratch } from '../../core/scratch/parseScratch.ts';
import { headerEntry } from '../../core/scratch/values/headerValues.ts';
import { recordKey } from '../../core/scratch/values/nullableText.ts';
import { base64Of, hexOf } from '../../core/serde/binaryText.ts';
import { utf8Of } from '../../core/serde/utf8.ts';

/** A record as bytes; header names are text, as the producer takes them. */
export interface BlockRecord {
  readonly topic: string;
  readonly partition: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: readonly (readonly [name: string, value: Uint8Array | null])[];
}

/** A `.kafka` file with these blocks, for one cluster. */
export function producerFileOf(cluster: string, blocks: readonly string[]): string {
  return [`@cluster = ${cluster}`, '', ...blocks].join('\n');
}

/**
 * The PRODUCER block that writes this record again, byte for byte, as readable as its bytes allow: text as
 * text; a key that a line cannot carry as hex, such a value as base64; where a header cannot be a line, the
 * whole record as one line of JSON.
 *
 * @param comment stands above the block; one line
 * @param valueFile a file that holds the value's bytes, for one that is too large for an editor
 */
export function producerBlockOf(record: BlockRecord, comment: string, valueFile?: string): string {
  const lines = asProperties(record, valueFile) ?? [
    `topic: ${record.topic}`,
    'template: off',
    'records: jsonl',
    jsonLine(record),
  ];
  return [`-- ${comment}`, 'PRODUCER', ...lines, '###', ''].join('\n');
}

function asProperties(record: BlockRecord, valueFile: string | undefined): string[] | undefined {
  const { topic, partition } = record;
  const headers = record.headers.map(([name, value]) => headerLine(name, value));
  if (headers.includes(undefined)) return undefined;
  const lines = [`topic: ${topic}`, ...keyLines(record.key)];
  lines.push(...headers.filter((line) => line !== undefined), `partition: ${String(partition)}`);
  const value = valueFile === undefined ? valueLines(record.value, lines) : undefined;
  lines.push(...(value ?? [`value: file(${valueFile ?? ''})`]));
  // A body begins behind the properties, so that this one may stand anywhere before it.
  if (lines.some((line) => line.includes('{{'))) lines.splice(1, 0, 'template: off');
  return lines;
}

function keyLines(key: Uint8Array | null): string[] {
  if (key === null) return ['key: null'];
  const text = lineText(key);
  if (text !== undefined) {
    const read = recordKey(text);
    if (read.ok && read.value === text && text !== '') return [`key: ${text}`];
  }
  // No hex is ever the word that stands for no key; an empty key is.
  return key.length === 0 ? ['key: ""'] : ['key-format: string(hex)', `key: ${hexOf(key)}`];
}

/** A `header:` line; undefined where it would be read as something else. */
function headerLine(name: string, value: Uint8Array | null): string | undefined {
  const text = value === null ? null : value.length === 0 ? '' : lineText(value);
  if (text === undefined) return undefined;
  const entry = `${name} = ${text === null ? 'null' : text === '' ? '""' : text}`;
  const read = isOneLine(name) && entry === entry.trim() ? headerEntry(entry) : undefined;
  const same = read?.ok === true && read.value[0] === name && read.value[1] === text;
  return same ? `header: ${entry}` : undefined;
}

function valueLines(value: Uint8Array | null, before: readonly string[]): string[] {
  if (value === null) return ['value: null'];
  if (value.length === 0) return ['value: empty'];
  const text = utf8Of(value);
  if (text !== undefined && isEditable(text) && isBody(text, before)) return [text];
  return ['value-format: string(base64)', base64Of(value)];
}

/** Whether the parser reads exactly this text as the body: it trims, and takes lines for its own. */
function isBody(text: string, before: readonly string[]): boolean {
  const { blocks } = parseScratch(['PRODUCER', ...before, text, '###'].join('\n'));
  const [block] = blocks;
  return (
    blocks.length === 1 &&
    block?.body?.text === text &&
    block.properties.length === before.length &&
    findProperty(block, 'topic') !== undefined
  );
}

function lineText(bytes: Uint8Array): string | undefined {
  const text = utf8Of(bytes);
  return text !== undefined && isOneLine(text) && text === text.trim() ? text : undefined;
}

function isOneLine(text: string): boolean {
  return isEditable(text) && !text.includes('\n');
}

/** An editor changes or hides these: line ends other than \n, control characters, byte order marks. */
function isEditable(text: string): boolean {
  return !/[\0-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]/.test(text);
}

function jsonLine({ partition, key, value, headers }: BlockRecord): string {
  const line = {
    partition,
    key: data(key),
    headers: headers.map(([name, header]) => [name, data(header)]),
    value: data(value),
  };
  return JSON.stringify(line).replace(
    /[\x7f\x85\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function data(bytes: Uint8Array | null): string | null | { readonly base64: string } {
  return bytes === null ? null : (utf8Of(bytes) ?? { base64: base64Of(bytes) });
}
