import { KafkaError } from '../core/kafkaError.ts';
import { factsOf } from './facts.ts';
import type { Translate } from './translate.ts';

/** What there is room for at the end of a line. */
const longest = 90;

/**
 * An error in few words, for the end of a line: no full stop, no advice. `sentence` is the whole text of
 * the error (`toUserError`); its first sentence is taken where the reason has no words of its own here.
 */
export function shortError(error: unknown, sentence: string, t: Translate): string {
  return ownWords(error, t) ?? firstSentence(sentence);
}

function ownWords(error: unknown, t: Translate): string | undefined {
  if (!(error instanceof KafkaError)) return undefined;
  const topic = factsOf(error.details).text('topic');
  if (topic === '') return undefined;
  switch (error.reason) {
    case 'topicUnknown':
      return t('topic "{0}" does not exist', topic);
    case 'topicExists':
      return t('topic "{0}" exists already', topic);
    default:
      return undefined;
  }
}

/** A full stop within a word (a topic's name, an address) ends nothing. */
function firstSentence(text: string): string {
  const first = /^.*?(?=[.!?](?:\s|$))/s.exec(text)?.[0] ?? text;
  const line = first.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
