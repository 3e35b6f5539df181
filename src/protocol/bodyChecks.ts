/** The field of that name; throws where the body is no object or lacks it. */
export function field(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) throw wrong(name);
  return (body as Record<string, unknown>)[name];
}

/** What `check` makes of a field that may be left out. */
export function optional<T>(
  body: unknown,
  name: string,
  check: (value: unknown) => T,
): T | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
  const value = (body as Record<string, unknown>)[name];
  return value === undefined ? undefined : check(value);
}

/** A whole number from 0 to `max`. */
export function integer(value: unknown, name: string, max = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > max) {
    throw wrong(name);
  }
  return value;
}

export function boolean(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw wrong(name);
  return value;
}

/** A text of at most `max` characters. */
export function boundedText(value: unknown, name: string, max: number): string {
  if (typeof value !== 'string' || value.length > max) throw wrong(name);
  return value;
}

/** One of some words. */
export function oneOf<T extends string>(allowed: readonly T[], value: unknown, name: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw wrong(name);
  return found;
}

/** The error for a field that is missing or not what it must be. */
export function wrong(name: string): Error {
  return new Error(`The page sent a body whose "${name}" is missing or not allowed.`);
}
