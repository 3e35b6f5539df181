/** What is wrong with a topic's name. */
export type TopicNameProblem = 'empty' | 'dots' | 'tooLong' | 'characters';

const maxLength = 249;
const legal = /^[a-zA-Z0-9._-]+$/;

/**
 * Checks a topic's name as the broker does before it creates one (`org.apache.kafka.common.internals.Topic`):
 * `undefined` when it is legal, else the first thing wrong with it.
 */
export function validateTopicName(name: string): TopicNameProblem | undefined {
  if (name === '') return 'empty';
  if (name === '.' || name === '..') return 'dots';
  if (name.length > maxLength) return 'tooLong';
  return legal.test(name) ? undefined : 'characters';
}
