import { parsed, refused, type Parsed } from '../parsed.ts';
import { offsetValue, partitionOffsets } from './offsets.ts';
import { momentNotOffset, type Moment } from './time.ts';

/** Where a CONSUMER starts, as written. `offset` counts for every partition that is read. */
export type StartValue =
  | { readonly kind: 'earliest' }
  | { readonly kind: 'latest' }
  | { readonly kind: 'last'; readonly count: number }
  | { readonly kind: 'offset'; readonly offset: bigint }
  | { readonly kind: 'offsets'; readonly offsets: ReadonlyMap<number, bigint> }
  | { readonly kind: 'moment'; readonly moment: Moment };

/**
 * Reads `earliest`, `latest`, `120`, `last 10`, an ISO time, milliseconds since the epoch (13 digits or
 * more: no partition has that many records), `-15m`, or `0=120,1=98`.
 */
export function readStart(text: string): Parsed<StartValue> {
  if (text === 'earliest' || text === 'latest') {
    return parsed({ kind: text });
  }
  const last = /^last\s+(\d{1,9})$/.exec(text);
  if (last !== null && Number(last[1]) > 0) {
    return parsed({ kind: 'last', count: Number(last[1]) });
  }
  const time = momentNotOffset(text);
  if (time?.ok === true) {
    return parsed({ kind: 'moment', moment: time.value });
  }
  const offset = offsetValue(text);
  if (offset !== undefined) {
    return parsed({ kind: 'offset', offset });
  }
  const offsets = partitionOffsets(text);
  return offsets === undefined
    ? refused('startInvalid', text)
    : parsed({ kind: 'offsets', offsets });
}
