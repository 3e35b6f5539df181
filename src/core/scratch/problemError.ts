import { KafkaError, type KafkaErrorReason } from '../kafkaError.ts';
import type { Problem } from './problem.ts';
import type { TextRange } from './textRange.ts';

/**
 * A block that cannot run as written. `problem` becomes the user's sentence, `range` (where known) is
 * the text to blame.
 */
export class ProblemError extends KafkaError {
  readonly problem: Problem;
  readonly range: TextRange | undefined;

  constructor(problem: Problem, range?: TextRange, reason: KafkaErrorReason = 'inputInvalid') {
    super(reason, `${problem.code}: ${problem.args.join(', ')}`);
    this.name = 'ProblemError';
    this.problem = problem;
    this.range = range;
  }
}
