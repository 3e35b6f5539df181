import type { TopicRef } from '../topics/topicOfNode.ts';
import type { TypedMessage } from './askMessage.ts';

/** A PRODUCER block with what was already typed, ready for a value of many lines. */
export function producerBlock(ref: TopicRef, message: Pick<TypedMessage, 'key' | 'value'>): string {
  const { key } = message;
  const typed = message.value ?? '';
  const value = typed === '' ? '{\n  "hello": "world"\n}' : typed;
  const plain = (key === null || isPlainKey(key)) && isPlainBody(value);
  return [
    `@cluster = ${ref.cluster}`,
    '',
    'PRODUCER',
    `topic: ${ref.topic}`,
    ...(plain ? plainLines(key, value) : jsonLines(key, value)),
    '###',
    '',
  ].join('\n');
}

/** Whether `key: …` says this key: it is one trimmed line and none of the words with a meaning. */
function isPlainKey(key: string): boolean {
  return (
    key === '' || (key.trim() === key && key !== 'null' && key !== '""' && !/[\r\n]/.test(key))
  );
}

/** Whether a block's body says this value: it is trimmed and begins like no property, comment or end. */
function isPlainBody(value: string): boolean {
  return value.trim() === value && !/^(?:[\w-]+\s*:|--|###)/.test(value);
}

const untemplated = (text: string): string => text.replaceAll('{{', '\\{{');

function plainLines(key: string | null, value: string): string[] {
  const body = untemplated(value);
  return key === null ? [body] : [`key: ${key === '' ? '""' : untemplated(key)}`, body];
}

/** A record as one JSON line says any key; nothing in it is a template. */
function jsonLines(key: string | null, value: string): string[] {
  return ['records: jsonl', 'template: off', JSON.stringify({ key, value })];
}
