/** Arguments nested deeper than this are no arguments. */
const deepest = 20;

/**
 * Reads the text between the parentheses of a call: numbers, strings in either quotes, `true`, `false`,
 * `null`, lists, and objects whose names may go without quotes; so may the words in either. Undefined where the
 * text is anything else.
 */
export function literalArguments(text: string): unknown[] | undefined {
  const reader = new LiteralReader(text);
  const values = reader.list('', 0);
  return values !== undefined && reader.atEnd ? values : undefined;
}

const spaces = /\s*/y;
const number = /-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.])/iy;
const word = /(?:true|false|null)(?!\w)/y;
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy;
const bareWord = /[A-Za-z_][\w-]*/y;
const bareName = /[A-Za-z_$][\w$]*/y;
const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class LiteralReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    this.#take(spaces);
    return this.#at === this.#text.length;
  }

  /** Values and commas up to (and with) `close`, or to the end of the text where that is empty. */
  list(close: string, depth: number): unknown[] | undefined {
    const values: unknown[] = [];
    while (!this.#closes(close)) {
      if (values.length > 0 && !this.#takes(',')) return undefined;
      const value = this.#value(depth);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  }

  #value(depth: number): unknown {
    if (depth > deepest) return undefined;
    this.#take(spaces);
    const digits = this.#take(number);
    if (digits !== undefined) return Number(digits);
    const constant = this.#take(word);
    if (constant !== undefined) return constants.get(constant);
    const string = this.#take(quoted);
    if (string !== undefined) return unquoted(string);
    if (this.#takes('[')) return this.list(']', depth + 1);
    if (this.#takes('{')) return this.#members(depth + 1);
    return depth > 0 ? this.#take(bareWord) : undefined;
  }

  #members(depth: number): Record<string, unknown> | undefined {
    const members: Record<string, unknown> = {};
    for (let first = true; !this.#closes('}'); first = false) {
      if (!first && !this.#takes(',')) return undefined;
      this.#take(spaces);
      const string = this.#take(quoted);
      const name = string === undefined ? this.#take(bareName) : unquoted(string);
      if (name === undefined || name === '__proto__' || !this.#takes(':')) return undefined;
      const value = this.#value(depth);
      if (value === undefined) return undefined;
      members[name] = value;
    }
    return members;
  }

  #closes(close: string): boolean {
    return close === '' ? this.atEnd : this.#takes(close);
  }

  #takes(char: string): boolean {
    this.#take(spaces);
    const found = this.#text.startsWith(char, this.#at);
    this.#at += found ? char.length : 0;
    return found;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

/** Double quotes as JSON has them; in single quotes a backslash makes the next character itself. */
function unquoted(text: string): string | undefined {
  if (text.startsWith("'")) {
    return text.slice(1, -1).replace(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char));
  }
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
