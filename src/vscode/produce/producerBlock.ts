import type { TopicRef } from '../topics/pickTopic.ts';
import type { TypedMessage } from './askMessage.ts';

/** A PRODUCER block with what was already typed, ready for a value of many lines. */
export function producerBlock(ref: TopicRef, message: Pick<TypedMessage, 'key'>): string {
  return [
    `@cluster = ${ref.cluster}`,
    '',
    'PRODUCER',
    `topic: ${ref.topic}`,
    ...(message.key === null ? [] : [`key: ${keyText(message.key)}`]),
    '{',
    '  "hello": "world"',
    '}',
    '###',
    '',
  ].join('\n');
}

/** A key as a block writes it: an empty one is quoted, a typed `{{` is no template. */
function keyText(key: string): string {
  return key === '' ? '""' : key.replaceAll('{{', '\\{{');
}
