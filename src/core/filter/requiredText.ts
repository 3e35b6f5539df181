/**
 * Texts of which at least one must occur in the raw bytes of a record (key, value or headers) for a
 * condition to hold: what lacks all of them need not be decoded.
 */
export type RequiredTexts = readonly string[];

/** No backslash, quote, slash or character that JSON writers escape, some of them only. */
const neverEscaped = /[A-Za-z0-9 _.:,;@#$*()|~^-]+/g;
const shortestRun = 3;

/**
 * What a JSON text must hold where it has a string that contains `text`: its longest run of characters that
 * no writer escapes, or else an escape by number. `undefined` where nothing useful must occur.
 */
export function requiredInJson(text: string): RequiredTexts | undefined {
  const runs = text.match(neverEscaped) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  return longest.length < shortestRun ? undefined : [longest, '\\u'];
}

/**
 * What a JSON text must hold where it has a number equal to `value`: its digits, plain or in scientific
 * notation with one to three digits before the point. `undefined` where nothing useful must occur.
 */
export function requiredForInteger(value: bigint): RequiredTexts | undefined {
  const digits = String(value < 0n ? -value : value).replace(/0+$/, '');
  if (digits.length < 2) return undefined;
  // Wherever the point is, the digits behind the third stand together.
  if (digits.length >= 7) return [digits.slice(3)];
  const texts = [digits];
  for (let point = 1; point <= Math.min(3, digits.length - 1); point++) {
    texts.push(`${digits.slice(0, point)}.${digits.slice(point)}`);
  }
  return texts;
}

/** Halves of a pair, which only together are a character of bytes, and what stands for bytes that are no text. */
const notAsInBytes = /[\ud800-\udfff\ufffd]/;

/**
 * A text that every match of a regular expression contains, as far as that is plain to see: the longest run
 * of ordinary characters outside groups, classes and repetitions.
 */
export function requiredForRegex(pattern: string, flags = ''): RequiredTexts | undefined {
  if (/[^msu]/.test(flags)) return undefined;
  let longest = '';
  let run = '';
  const end = () => {
    if (run.length > longest.length) longest = run;
    run = '';
  };
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    // Groups may hold alternatives and assertions; a brace may be a number of times.
    if ('|(){}'.includes(char)) return undefined;
    if ('?*'.includes(char)) {
      run = run.slice(0, -1);
      end();
    } else if (char === '[') {
      end();
      while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1;
    } else if (char === '\\' && /[^A-Za-z0-9\ud800-\udfff]/.test(pattern[at + 1] ?? 'a')) {
      run += pattern[++at] ?? '';
    } else if (char === '\\') {
      return undefined;
    } else if ('.^$+'.includes(char) || notAsInBytes.test(char)) {
      end();
    } else {
      run += char;
    }
  }
  end();
  return longest.length < shortestRun ? undefined : [longest];
}

/** Of several requirements that must all hold, the one that rules out most. */
export function strictest(required: readonly RequiredTexts[]): RequiredTexts | undefined {
  const weight = (texts: RequiredTexts) =>
    Math.min(...texts.map((text) => (text === '\\u' ? 8 : text.length))) - texts.length / 4;
  return required.reduce<RequiredTexts | undefined>(
    (best, texts) => (best === undefined || weight(texts) > weight(best) ? texts : best),
    undefined,
  );
}
