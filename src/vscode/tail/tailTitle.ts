import type { Translate } from '../../messages/translate.ts';
import { topicsOf, type TailTarget } from './tailTarget.ts';

/** What the tab of a view says: its topics, the one partition that it shows, the group that it is a member of. */
export function tailTitle(target: TailTarget, t: Translate): string {
  const { topic, group, partitions = [] } = target;
  const topics = topicsOf(target);
  if (topics.length > 1) {
    return topics.length === 2
      ? topics.join(', ')
      : t('{0} and {1} more', topic, String(topics.length - 1));
  }
  if (group !== undefined) return t('{0} as {1}', topic, group.id);
  return partitions.length === 1 ? `${topic}[${partitions.join()}]` : topic;
}
