/** One day is "24 hours ago". */
const agoUnits = [
  ['day', 86_400_000, 2],
  ['hour', 3_600_000, 1],
  ['minute', 60_000, 1],
] as const;
const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** Numbers and times as the user's language writes them. */
export class Formats {
  readonly #integer: Intl.NumberFormat;
  readonly #decimal: Intl.NumberFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #days = new Map<number, string>();

  /** @param locale BCP 47 tag; one that the browser refuses falls back to its own */
  constructor(locale: string) {
    const tag = supported(locale);
    this.#integer = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
    this.#decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
    this.#relative = new Intl.RelativeTimeFormat(tag);
    this.#day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' });
  }

  /** A whole number; offsets come as decimal strings and stay exact. */
  integer(value: number | bigint | string): string {
    if (typeof value !== 'string') return this.#integer.format(value);
    return /^-?\d+$/.test(value) ? this.#integer.format(BigInt(value)) : value;
  }

  /** Bytes in steps of 1024, as VS Code writes sizes: "48 B", "1.5 KB", "214 MB". */
  bytes(count: number): string {
    let value = count;
    let unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    const number = value < 10 && unit > 0 ? this.#decimal : this.#integer;
    return `${number.format(value)} ${units[unit] ?? ''}`;
  }

  /** A distance into the past in the largest unit that fits it evenly: "15 minutes ago". */
  ago(ms: number): string {
    const [unit, length] =
      agoUnits.find(([, each, least]) => ms % each === 0 && ms >= each * least) ??
      (['second', 1_000] as const);
    return this.#relative.format(-ms / length, unit);
  }

  /** A moment in local time or UTC: what differs from row to row, and the day. */
  moment(
    timestampMs: number,
    style: 'local' | 'utc' | 'epoch' = 'local',
  ): { time: string; day: string } {
    const real = new Date(timestampMs);
    if (Number.isNaN(real.getTime()) || style === 'epoch') {
      return { time: String(timestampMs), day: '' };
    }
    // UTC is shown as the local time of a moment that is moved by the distance.
    const date = style === 'utc' ? new Date(timestampMs + real.getTimezoneOffset() * 60_000) : real;
    const dayKey = (date.getFullYear() * 12 + date.getMonth()) * 31 + date.getDate();
    let day = this.#days.get(dayKey);
    if (day === undefined) {
      const year = date.getFullYear();
      day = this.#day.format(date) + (year === new Date().getFullYear() ? '' : ` ${year}`);
      if (this.#days.size > 500) this.#days.clear();
      this.#days.set(dayKey, day);
    }
    return { time: clock(date), day };
  }

  /** A moment in full, with its distance from UTC: "2026-11-21 10:41:07.339 +01:00". */
  fullMoment(timestampMs: number): string {
    const date = new Date(timestampMs);
    if (Number.isNaN(date.getTime())) return String(timestampMs);
    const days = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    const offset = -date.getTimezoneOffset();
    const sign = offset < 0 ? '-' : '+';
    const distance = `${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
    return `${days} ${clock(date)} ${sign}${distance}`;
  }
}

/** Fills the placeholders of a page string. */
export function fill(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d+)\}/g, (all, index: string) => values[Number(index)] ?? all);
}

function clock(date: Date): string {
  const ms = String(date.getMilliseconds()).padStart(3, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${ms}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function supported(locale: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0];
  } catch {
    return undefined;
  }
}
