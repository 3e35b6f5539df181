import type { TopicRef } from '../topics/pickTopic.ts';
import type { TypedMessage } from './askMessage.ts';

/** A PRODUCER block with what was already typed, ready for a value of many lines. */
export function producerBlock(ref: TopicRef, message: Pick<TypedMessage, 'key'>): string {
  return [
    `@cluster = ${ref.cluster}`,
    '',
    'PRODUCER',
    `topic: ${ref.topic}`,
    ...(message.key === null ? [] : [`key: ${message.key === '' ? '""' : message.key}`]),
    '{',
    '  "hello": "world"',
    '}',
    '###',
    '',
  ].join('\n');
}
