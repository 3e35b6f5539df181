import { celTerm } from '../../filter/celTerm.ts';
import { KafkaError } from '../../kafkaError.ts';
import { parsed, refused, type Parsed } from '../parsed.ts';

/** Reads a CEL expression over a record; one that cannot be run as it is written is refused. */
export function celExpression(text: string): Parsed<string> {
  if (text === '') return refused('valueMissing');
  try {
    celTerm(text);
    return parsed(text);
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return refused('expressionInvalid', error.message);
  }
}
