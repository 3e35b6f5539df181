import { inspect, stripVTControlCharacters } from 'node:util';

/** How one test ended. */
export interface Outcome {
  /** Where it stands: suite or file, enclosing descriptions, name. */
  readonly path: readonly string[];
  readonly result: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
  /** What went wrong, or why it was skipped. */
  readonly detail?: unknown;
}

/** Collects outcomes, prints them as they come and the sum at the end. */
export class Report {
  readonly #outcomes: Outcome[] = [];
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void = (line) => console.log(line)) {
    this.#print = print;
  }

  heading(text: string): void {
    this.#print(`\n── ${text} ${'─'.repeat(Math.max(3, 70 - text.length))}`);
  }

  /** The outcomes of one file, and what the file printed. */
  file(name: string, outcomes: readonly Outcome[], output: string): void {
    this.#print(name);
    for (const outcome of outcomes) this.add(outcome, '  ');
    const failed = outcomes.some(({ result }) => result === 'failed');
    if (failed && output.trim() !== '')
      this.#print(indent(`printed:\n${output.trimEnd()}`, '    '));
  }

  add(outcome: Outcome, margin = ''): void {
    this.#outcomes.push(outcome);
    const { result, ms } = outcome;
    const mark = result === 'passed' ? '✓' : result === 'failed' ? '✗' : '–';
    const time = ms >= 100 ? ` (${Math.round(ms)} ms)` : '';
    this.#print(
      `${margin}${mark} ${outcome.path.slice(outcome.path.length > 2 ? 2 : 1).join(' › ')}${time}`,
    );
    if (outcome.detail !== undefined)
      this.#print(indent(describe(outcome.detail), `${margin}    `));
  }

  /** What failed or was skipped and the first words of why, then the last line of every run. Returns whether all is well. */
  end(): boolean {
    const named = (result: string) => this.#outcomes.filter((outcome) => outcome.result === result);
    for (const [title, list] of [
      ['Skipped', named('skipped')],
      ['Failed', named('failed')],
    ] as const) {
      if (list.length > 0) this.heading(title);
      for (const { path, detail } of list) {
        this.#print(path.join(' › '));
        // Whoever sees the end of a long report only should not have to guess.
        if (detail !== undefined) this.#print(indent(beginning(describe(detail)), '    '));
      }
    }
    const failed = named('failed').length;
    this.#print(`\n${named('passed').length} passed, ${failed} failed`);
    return failed === 0;
  }
}

function describe(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  const error = detail instanceof Error && detail.cause !== undefined ? detail.cause : detail;
  const text = typeof error === 'string' ? error : inspect(error, { depth: 5, breakLength: 120 });
  return stripVTControlCharacters(text);
}

/** The first lines of a long text. */
function beginning(text: string): string {
  return text.split('\n').slice(0, 12).join('\n').slice(0, 2_000);
}

function indent(text: string, margin: string): string {
  return text.replace(/^/gm, margin);
}
