import { offsetValue, partitionOffsets } from './offsets.ts';
import { momentNotOffset, type Moment } from './time.ts';

/** A place in a topic, as written. `offset` counts for every partition that is read. */
export type PlaceValue =
  | { readonly kind: 'offset'; readonly offset: bigint }
  | { readonly kind: 'offsets'; readonly offsets: ReadonlyMap<number, bigint> }
  | { readonly kind: 'moment'; readonly moment: Moment };

/**
 * Reads `120`, an ISO time, milliseconds since the epoch (13 digits or more: no partition has that many records),
 * `-15m`, or `0=120,1=98`; undefined for any other text.
 */
export function readPlace(text: string): PlaceValue | undefined {
  const time = momentNotOffset(text);
  if (time?.ok === true) return { kind: 'moment', moment: time.value };
  const offset = offsetValue(text);
  if (offset !== undefined) return { kind: 'offset', offset };
  const offsets = partitionOffsets(text);
  return offsets && { kind: 'offsets', offsets };
}
