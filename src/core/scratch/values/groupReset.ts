import { parsed, refused, type Parsed } from '../parsed.ts';
import { offsetValue, partitionOffsets } from './offsets.ts';
import { momentNotOffset, type Moment } from './time.ts';

/** Where a GROUP's committed offsets are to go, as written. */
export type ResetValue =
  | { readonly kind: 'earliest' }
  | { readonly kind: 'latest' }
  | { readonly kind: 'offset'; readonly offset: bigint }
  | { readonly kind: 'offsets'; readonly offsets: ReadonlyMap<number, bigint> }
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'shift'; readonly by: bigint }
  | { readonly kind: 'like'; readonly group: string };

/** Reads `earliest`, `latest`, `offset 5`, an ISO time, `-15m`, `shift -100`, `0=120,1=98`, `like other-group`. */
export function groupReset(text: string): Parsed<ResetValue> {
  if (text === 'earliest' || text === 'latest') {
    return parsed({ kind: text });
  }
  const words = /^(offset|shift|like)\s+(\S.*)$/.exec(text);
  if (words !== null) {
    return wordedReset(words[1] ?? '', words[2] ?? '') ?? refused('resetInvalid', text);
  }
  const time = momentNotOffset(text);
  if (time?.ok === true) {
    return parsed({ kind: 'moment', moment: time.value });
  }
  const offsets = partitionOffsets(text);
  return offsets === undefined
    ? refused('resetInvalid', text)
    : parsed({ kind: 'offsets', offsets });
}

function wordedReset(word: string, rest: string): Parsed<ResetValue> | undefined {
  if (word === 'like') {
    return parsed({ kind: 'like', group: rest });
  }
  if (word === 'shift') {
    const match = /^([+-]?)(\d{1,18})$/.exec(rest);
    const by = BigInt(match?.[2] ?? '0');
    return match === null ? undefined : parsed({ kind: 'shift', by: match[1] === '-' ? -by : by });
  }
  const offset = offsetValue(rest);
  return offset === undefined ? undefined : parsed({ kind: 'offset', offset });
}
