import type { FakerCall } from '../faker/fakerCall.ts';
import { problem } from '../problem.ts';
import { ProblemError } from '../problemError.ts';
import type { BuiltinName, Expression } from './expression.ts';
import type { Template } from './template.ts';

/** What the expressions of one record are filled in from. */
export interface TemplateScope {
  /** Milliseconds since the epoch: one moment for the whole record. */
  readonly nowMs: number;
  /** Counts the records of a run from 0. */
  readonly index: number;
  /** A new random UUID at each call. */
  uuid(): string;
  /** Random data; throws a ProblemError that names `source` where the arguments do not do. */
  random(call: FakerCall, source: string): string;
  /** An environment variable, or undefined where there is none. */
  environment(name: string): string | undefined;
  /** A file variable's value in this run, or undefined where the file has none of that name. */
  variable(name: string): string | undefined;
}

/** Fills in a template. Throws a ProblemError for what nobody knows: such a text is never sent as it stands. */
export function renderTemplate(template: Template, scope: TemplateScope): string {
  const [only] = template.parts;
  if (template.parts.length === 1 && typeof only === 'string') {
    return only;
  }
  let text = '';
  for (const part of template.parts) {
    text += typeof part === 'string' ? part : evaluate(part.expression, part.source, scope);
  }
  return text;
}

function evaluate(expression: Expression, source: string, scope: TemplateScope): string {
  switch (expression.kind) {
    case 'builtin':
      return builtin(expression.name, scope);
    case 'environment': {
      const value = scope.environment(expression.name);
      if (value === undefined) {
        throw new ProblemError(problem('environmentUnset', expression.name));
      }
      return value;
    }
    case 'variable': {
      const value = scope.variable(expression.name);
      if (value === undefined) {
        throw new ProblemError(problem('variableUnknown', expression.name));
      }
      return value;
    }
    case 'faker':
      if (!expression.call.ok) {
        throw new ProblemError(expression.call.problem);
      }
      return scope.random(expression.call.value, source);
    case 'unknown':
      throw new ProblemError(problem('templateUnknown', source));
  }
}

function builtin(name: BuiltinName, scope: TemplateScope): string {
  switch (name) {
    case 'timestamp':
    case 'date.now':
      return String(scope.nowMs);
    case 'date.iso':
      return new Date(scope.nowMs).toISOString();
    case 'date.unix':
      return String(Math.floor(scope.nowMs / 1000));
    case 'uuid':
      return scope.uuid();
    case 'index':
      return String(scope.index);
  }
}
