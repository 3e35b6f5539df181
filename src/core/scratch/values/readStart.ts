import { parsed, refused, type Parsed } from '../parsed.ts';
import { readPlace, type PlaceValue } from './readPlace.ts';

/** Where a CONSUMER starts, as written. */
export type StartValue =
  | { readonly kind: 'earliest' }
  | { readonly kind: 'latest' }
  | { readonly kind: 'last'; readonly count: number }
  | PlaceValue;

/** Reads `earliest`, `latest`, `last 10`, or a place (see {@link readPlace}). */
export function readStart(text: string): Parsed<StartValue> {
  if (text === 'earliest' || text === 'latest') {
    return parsed({ kind: text });
  }
  const last = /^last\s+(\d{1,9})$/.exec(text);
  if (last !== null && Number(last[1]) > 0) {
    return parsed({ kind: 'last', count: Number(last[1]) });
  }
  const place = readPlace(text);
  return place === undefined ? refused('startInvalid', text) : parsed(place);
}
