import { validateTopicName } from '../../topicName.ts';
import { parsed, refused, type Parsed } from '../parsed.ts';

/** Reads a topic's name as Kafka allows it. */
export function topicNameValue(text: string): Parsed<string> {
  if (text === '') {
    return refused('valueMissing');
  }
  return validateTopicName(text) === undefined ? parsed(text) : refused('topicNameInvalid', text);
}
