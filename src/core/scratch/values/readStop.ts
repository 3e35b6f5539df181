import { parsed, refused, type Parsed } from '../parsed.ts';
import { readPlace, type PlaceValue } from './readPlace.ts';

/** Where a CONSUMER stops, as written; all are exclusive. `end` is the end when it started. */
export type StopValue = { readonly kind: 'end' } | PlaceValue;

/** Reads `end` or a place (see {@link readPlace}). */
export function readStop(text: string): Parsed<StopValue> {
  if (text === 'end') {
    return parsed({ kind: 'end' });
  }
  const place = readPlace(text);
  return place === undefined ? refused('stopInvalid', text) : parsed(place);
}
