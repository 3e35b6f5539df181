import { KafkaError } from '../../src/core/kafkaError.ts';
import { english } from '../../src/messages/translate.ts';
import { toUserError } from '../../src/messages/userError.ts';
import { SetupProblem } from './setupProblem.ts';

/** What the person at the terminal reads of an error: a sentence for what they can mend, else the whole of it. */
export function setupSentence(error: unknown): string {
  if (error instanceof SetupProblem) return error.message;
  if (error instanceof KafkaError) {
    const { text } = toUserError(error, english);
    return 'log' in error.details ? `${text}\n${error.details.log}` : text;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
