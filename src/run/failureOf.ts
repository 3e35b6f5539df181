import { KafkaError } from '../core/kafkaError.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import { problemSentence } from '../messages/scratchProblems.ts';
import type { Translate } from '../messages/translate.ts';
import { toUserError } from '../messages/userError.ts';
import type { BlockFailure } from './blockResult.ts';

/** Any error as a reason and a sentence. */
export function failureOf(error: unknown, t: Translate): BlockFailure {
  if (error instanceof ProblemError) {
    return {
      reason: error.reason,
      message: problemSentence(error.problem, t),
      ...(error.range === undefined ? {} : { range: error.range }),
    };
  }
  const reason = error instanceof KafkaError ? error.reason : 'internal';
  return { reason, message: toUserError(error, t).text };
}
