import { utf8Of } from '../../../core/serde/utf8.ts';
import type { RecordHeader } from '../../../core/record/recordHeader.ts';
import { shellWord } from '../shellWord.ts';

/** The parts of a record that such a command carries. */
export interface ConsoleRecord {
  key(): Uint8Array | null;
  value(): Uint8Array | null;
  headers(): readonly RecordHeader[];
}

/** A command, and how many of the records it cannot carry. */
export interface ConsoleCommand {
  readonly text: string;
  readonly leftOut: number;
}

interface LineParts {
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: readonly (readonly [name: string, value: string | null])[];
}

/** No character of a pattern: the producer reads one of these as a regular expression. */
const separators = ['|', ';', '~', ',', '&', '%', '@', ' :: ', ' ;; ', ' ~~ ', ' %% '];
const headerSeparators = separators.slice(1);
const nameSeparators = [':', ...headerSeparators];
const nullMarkers = ['null', 'NULL', '<null>', '<<null>>', '<<<null>>>'];

/**
 * The kafka-console-producer command that writes these records again, from a here-document with one line for
 * each. It reads lines of UTF-8 text: a record with line ends or other bytes, or with text around which no
 * separator is left, is left out and counted. Partitions are the producer's choice; security is left out.
 */
export function consoleProducerCommand(
  bootstrapServers: readonly string[],
  topic: string,
  records: readonly ConsoleRecord[],
): ConsoleCommand {
  const parts = records.map(lineParts).filter((each) => each !== undefined);
  const format = lineFormat(parts);
  if (parts.length === 0 || format === undefined) return { text: '', leftOut: records.length };
  const lines = parts.map((each) => format.line(each));
  const words = [
    'kafka-console-producer.sh',
    `--bootstrap-server ${shellWord(bootstrapServers.join(','))}`,
    `--topic ${shellWord(topic)}`,
    ...format.properties.map((property) => `--property ${shellWord(property)}`),
  ];
  const end = endWord(lines);
  const text = [`${words.join(' ')} <<'${end}'`, ...lines, end, ''].join('\n');
  return { text, leftOut: records.length - parts.length };
}

interface LineFormat {
  readonly properties: readonly string[];
  line(parts: LineParts): string;
}

/** How lines are cut so that these records come out as they are; undefined where nothing fits. */
function lineFormat(parts: readonly LineParts[]): LineFormat | undefined {
  const keys = parts.flatMap(({ key }) => key ?? []);
  const headers = parts.flatMap((each) => each.headers);
  const names = headers.map(([name]) => name);
  const headerTexts = headers.flatMap(([name, value]) => [name, value ?? '']);
  const texts = new Set([...keys, ...parts.flatMap(({ value }) => value ?? []), ...headerTexts]);
  const withKeys = parts.some(({ key }) => key !== null);
  const withHeaders = headers.length > 0;
  const marker = nullMarkers.find((each) => !texts.has(each));
  const name = unused(nameSeparators, names);
  const header = unused(headerSeparators, headerTexts, [name]);
  const key = unused(separators, keys, [name, header]);
  const delimiter = unused(separators, headerTexts, [name, header, key]);
  if (!marker || !key || !name || !header || !delimiter) return undefined;
  const needsMarker =
    (withKeys && parts.some((each) => each.key === null)) ||
    (withHeaders && parts.some((each) => each.headers.length === 0)) ||
    parts.some(({ value }) => value === null) ||
    headers.some(([, value]) => value === null);
  const headersText = (each: LineParts['headers']): string =>
    each.length === 0 ? marker : each.map(([a, b]) => `${a}${name}${b ?? marker}`).join(header);
  return {
    properties: [
      ...(withKeys ? ['parse.key=true', `key.separator=${key}`] : []),
      ...(withHeaders
        ? [
            'parse.headers=true',
            `headers.delimiter=${delimiter}`,
            `headers.separator=${header}`,
            `headers.key.separator=${name}`,
          ]
        : []),
      ...(needsMarker ? [`null.marker=${marker}`] : []),
    ],
    line: (each) =>
      (withHeaders ? headersText(each.headers) + delimiter : '') +
      (withKeys ? (each.key ?? marker) + key : '') +
      (each.value ?? marker),
  };
}

/** The first separator that is none of `taken` and whose marks occur in no text. */
function unused(
  from: readonly string[],
  texts: readonly string[],
  taken: readonly (string | undefined)[] = [],
): string | undefined {
  // Spaces around it keep it apart from what a text ends with.
  return from.find(
    (each) => !taken.includes(each) && !texts.some((text) => text.includes(each.trim())),
  );
}

function lineParts(record: ConsoleRecord): LineParts | undefined {
  const key = lineText(record.key());
  const value = lineText(record.value());
  const headers: [string, string | null][] = [];
  for (const header of record.headers()) {
    const name = lineText(header.name);
    const text = lineText(header.value);
    if (text === undefined || typeof name !== 'string') return undefined;
    headers.push([name, text]);
  }
  return key === undefined || value === undefined ? undefined : { key, value, headers };
}

/** Text that a line can carry. A terminal acts on control characters of what is pasted into it, so they are left out. */
function lineText(bytes: Uint8Array | null): string | null | undefined {
  if (bytes === null) return null;
  const text = utf8Of(bytes);
  return text === undefined || /[\0-\x08\x0a-\x1f\x7f-\x9f]/.test(text) ? undefined : text;
}

/** A line that ends the here-document and is none of its lines. */
function endWord(lines: readonly string[]): string {
  const taken = new Set(lines);
  let word = 'END';
  while (taken.has(word)) word += '_';
  return word;
}
