import { KafkaError } from '../core/kafkaError.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import { problemSentence } from '../messages/scratchProblems.ts';
import { shortError } from '../messages/shortError.ts';
import type { Translate } from '../messages/translate.ts';
import { toUserError } from '../messages/userError.ts';
import type { BlockFailure } from './blockResult.ts';

/** Any error as a reason, sentences, and the same in few words. */
export function failureOf(error: unknown, t: Translate): BlockFailure {
  if (error instanceof ProblemError) {
    const message = problemSentence(error.problem, t);
    return {
      reason: error.reason,
      message,
      short: shortError(error, message, t),
      ...(error.range === undefined ? {} : { range: error.range }),
    };
  }
  const { reason = 'internal', details = {} } = error instanceof KafkaError ? error : {};
  const message = toUserError(error, t).text;
  const { topic } = details;
  return {
    reason,
    message,
    short: shortError(error, message, t),
    ...(typeof topic === 'string' ? { topic } : {}),
  };
}
