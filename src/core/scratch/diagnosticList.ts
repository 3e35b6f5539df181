import type { Problem, ProblemCode } from './problem.ts';
import type { ScratchDiagnostic, Severity } from './scratchDocument.ts';
import type { TextRange } from './textRange.ts';

/** Collects the diagnostics of one parse. */
export class DiagnosticList {
  readonly all: ScratchDiagnostic[] = [];

  /** Adds a problem by code. */
  add(
    severity: Severity,
    range: TextRange,
    block: number | undefined,
    code: ProblemCode,
    ...args: (string | number)[]
  ): void {
    this.addProblem(severity, range, block, { code, args });
  }

  /** Adds a problem that was found elsewhere. */
  addProblem(
    severity: Severity,
    range: TextRange,
    block: number | undefined,
    problem: Problem,
  ): void {
    const { code, args } = problem;
    this.all.push({ severity, code, args, range, ...(block === undefined ? {} : { block }) });
  }

  /** All diagnostics in the order of their places. */
  sorted(): readonly ScratchDiagnostic[] {
    return this.all.sort(
      (a, b) =>
        a.range.start.line - b.range.start.line ||
        a.range.start.character - b.range.start.character,
    );
  }
}
