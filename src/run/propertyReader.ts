import { findProperty } from '../core/scratch/findProperty.ts';
import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { PropertySpec } from '../core/scratch/properties/propertySpec.ts';
import type { PropertyLine, ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { renderTemplate, type TemplateScope } from '../core/scratch/template/renderTemplate.ts';
import { compileTemplate } from '../core/scratch/template/template.ts';
import { withPlace } from './withPlace.ts';

/** Reads the properties of one block by their specs; a failure names the line to blame. */
export class PropertyReader {
  readonly block: ScratchBlock;

  constructor(block: ScratchBlock) {
    this.block = block;
  }

  /** The value in this scope, or undefined where the block has no such line. Throws a ProblemError. */
  read<T>(spec: PropertySpec<T>, scope: TemplateScope): T | undefined {
    const line = findProperty(this.block, spec.name);
    return line === undefined ? undefined : readLine(line, spec, scope);
  }

  /** As {@link read}, for a property that the block must have. */
  require<T>(spec: PropertySpec<T>, scope: TemplateScope): T {
    const value = this.read(spec, scope);
    if (value === undefined) {
      const { kind, keywordRange } = this.block;
      throw new ProblemError(problem('propertyMissing', spec.name, kind), keywordRange);
    }
    return value;
  }

  /** What stands behind the keyword, filled in. */
  argument(scope: TemplateScope): string {
    const { argument, argumentRange } = this.block;
    return withPlace(argumentRange, () => fill(argument, scope));
  }

  /** The values of all lines of a repeatable property, in the order of the file. */
  readAll<T>(spec: PropertySpec<T>, scope: TemplateScope): T[] {
    return this.block.properties
      .filter((line) => line.name === spec.name)
      .map((line) => readLine(line, spec, scope));
  }

  /** Throws `notSupportedYet` with this problem (else `propertyNotYet`) where the block has the property. */
  refuse(spec: PropertySpec, found = problem('propertyNotYet', spec.name)): void {
    const line = findProperty(this.block, spec.name);
    if (line !== undefined) {
      throw new ProblemError(found, line.nameRange, 'notSupportedYet');
    }
  }
}

function readLine<T>(line: PropertyLine, spec: PropertySpec<T>, scope: TemplateScope): T {
  const text =
    spec.templates === 'before'
      ? withPlace(line.valueRange, () => fill(line.text, scope))
      : line.text;
  const result = spec.parse(text);
  if (!result.ok) {
    throw new ProblemError(result.problem, line.valueRange);
  }
  return result.value;
}

function fill(text: string, scope: TemplateScope): string {
  return text.includes('{{') ? renderTemplate(compileTemplate(text), scope) : text;
}
