import type { Content, RecordDetails } from '../../src/protocol/recordDetails.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';

/** The lines under every tab: which record this is. */
export function recordSummary(
  details: RecordDetails,
  strings: TailStrings,
  formats: Formats,
): HTMLElement {
  const { key, value } = details;
  const sizes = fill(strings.sizes, size(key, strings, formats), size(value, strings, formats));
  return facts([
    [strings.location, location(details, formats)],
    [strings.timestamp, timestamp(details, strings, formats)],
    [strings.size, details.codec === 'none' ? sizes : `${sizes} · ${details.codec}`],
  ]);
}

/** Everything about a record that is not its content. */
export function recordInfo(
  details: RecordDetails,
  strings: TailStrings,
  formats: Formats,
): HTMLElement {
  return facts([
    [strings.topic, details.topic],
    [strings.partition, String(details.partition)],
    [strings.offset, formats.integer(details.offset)],
    [strings.timestamp, timestamp(details, strings, formats)],
    ...elsewhere(details, strings),
    [strings.keySize, size(details.key, strings, formats)],
    [strings.valueSize, size(details.value, strings, formats)],
    [strings.headers, formats.integer(details.headerCount)],
    [strings.codec, details.codec === 'none' ? strings.codecNone : details.codec],
    [strings.producerId, details.producerId ?? strings.noProducerId],
    ...(details.producerEpoch === undefined
      ? []
      : [[strings.producerEpoch, String(details.producerEpoch)] as const]),
    [strings.transactional, details.transactional ? strings.yes : strings.no],
  ]);
}

function facts(rows: readonly (readonly [string, string])[]): HTMLElement {
  const list = element('dl', 'facts');
  for (const [name, value] of rows) {
    list.append(element('dt', 'dim', name), element('dd', '', value));
  }
  return list;
}

/** null has no size, not even 0. */
function size({ kind, sizeBytes }: Content, strings: TailStrings, formats: Formats): string {
  return kind === 'null' || kind === 'tombstone' ? strings.nullTag : formats.bytes(sizeBytes);
}

function location(details: RecordDetails, formats: Formats): string {
  return `${details.partition}@${formats.integer(details.offset)}`;
}

function timestamp(details: RecordDetails, strings: TailStrings, formats: Formats): string {
  if (details.timestampMs === undefined) return strings.noTimestamp;
  const moment = formats.fullMoment(details.timestampMs);
  const types = {
    create: strings.timestampCreate,
    logAppend: strings.timestampLogAppend,
    none: '',
  };
  const type = types[details.timestampType];
  return type ? `${moment} (${type})` : moment;
}

/** The same moment as others write it. */
function elsewhere({ timestampMs }: RecordDetails, strings: TailStrings): [string, string][] {
  if (timestampMs === undefined) return [];
  const date = new Date(timestampMs);
  const epoch: [string, string] = [strings.timestampEpoch, String(timestampMs)];
  return Number.isNaN(date.getTime())
    ? [epoch]
    : [[strings.timestampUtc, date.toISOString()], epoch];
}
