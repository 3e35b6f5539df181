import { parsed, refused, type Parsed } from '../parsed.ts';
import { offsetValue, partitionOffsets } from './offsets.ts';
import { momentNotOffset, type Moment } from './time.ts';

/** Where a CONSUMER stops, as written; all are exclusive. `end` is the end when it started. */
export type StopValue =
  | { readonly kind: 'end' }
  | { readonly kind: 'offset'; readonly offset: bigint }
  | { readonly kind: 'offsets'; readonly offsets: ReadonlyMap<number, bigint> }
  | { readonly kind: 'moment'; readonly moment: Moment };

/** Reads `end`, `120`, an ISO time, milliseconds since the epoch, `-15m`, or `0=120,1=98`. */
export function readStop(text: string): Parsed<StopValue> {
  if (text === 'end') {
    return parsed({ kind: 'end' });
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
    ? refused('stopInvalid', text)
    : parsed({ kind: 'offsets', offsets });
}
