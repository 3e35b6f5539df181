import type { TopicNameProblem } from '../core/topicName.ts';
import type { Translate } from './translate.ts';

/** Why Kafka would refuse a topic's name, as a sentence. */
export function topicNameProblem(problem: TopicNameProblem, t: Translate): string {
  switch (problem) {
    case 'empty':
      return t('A topic needs a name.');
    case 'dots':
      return t('A topic cannot be named "." or "..".');
    case 'tooLong':
      return t('A topic name has at most 249 characters.');
    case 'characters':
      return t('A topic name has only letters a–z and A–Z, digits, ".", "_" and "-".');
  }
}
