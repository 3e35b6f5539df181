import { parsed, refused, type Parsed } from '../parsed.ts';
import { durationMs } from './duration.ts';

/** A moment as written: fixed, or relative to the moment of the run. */
export type Moment =
  | { readonly kind: 'at'; readonly epochMs: number }
  | { readonly kind: 'fromNow'; readonly offsetMs: number };

/** The moment in milliseconds since the epoch, for a run at `nowMs`. */
export function momentMs(moment: Moment, nowMs: number): number {
  return moment.kind === 'at' ? moment.epochMs : nowMs + moment.offsetMs;
}

const isoPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * An ISO 8601 date or date and time as milliseconds since the epoch. Without a zone it is UTC, so that a
 * committed file means the same on every machine (Kafka's own tools do so too). Undefined where the text
 * is no such time, an impossible day included.
 */
export function isoMs(text: string): number | undefined {
  const match = isoPattern.exec(text);
  if (match === null) {
    return undefined;
  }
  const part = (index: number): number => Number(match[index] ?? '0');
  const [year, month, day] = [part(1), part(2), part(3)];
  const [hour, minute, second] = [part(4), part(5), part(6)];
  const milli = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milli));
  date.setUTCFullYear(year, month - 1, day);
  const possible = date.getUTCMonth() === month - 1 && hour < 24 && minute < 60 && second < 60;
  return possible ? date.getTime() - zoneMs(match[8]) : undefined;
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') {
    return 0;
  }
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** `-15m`, `now`, `now-5m`, `now+1h` as milliseconds from now; undefined where the text is something else. */
export function fromNowMs(text: string): number | undefined {
  if (text === 'now') {
    return 0;
  }
  const match = /^(?:now\s*([+-])|(-))\s*(\w+)$/.exec(text);
  const ms = match === null ? undefined : durationMs(match[3] ?? '');
  return ms === undefined ? undefined : match?.[1] === '+' ? ms : -ms;
}

/** Reads a record's timestamp: ISO, milliseconds since the epoch, or `now-5m`. */
export function moment(text: string): Parsed<Moment> {
  return momentOf(text, /^\d{1,15}$/) ?? refused('timestampInvalid', text);
}

/**
 * A moment where plain numbers below 10¹² are something else (offsets): only numbers of 13 to 15 digits
 * are milliseconds since the epoch (years 2001 to 33658).
 */
export function momentNotOffset(text: string): Parsed<Moment> | undefined {
  return momentOf(text, /^[1-9]\d{12,14}$/);
}

function momentOf(text: string, epochPattern: RegExp): Parsed<Moment> | undefined {
  if (epochPattern.test(text)) {
    return parsed({ kind: 'at', epochMs: Number(text) });
  }
  const offsetMs = fromNowMs(text);
  if (offsetMs !== undefined) {
    return parsed({ kind: 'fromNow', offsetMs });
  }
  const epochMs = isoMs(text);
  return epochMs === undefined ? undefined : parsed({ kind: 'at', epochMs });
}
