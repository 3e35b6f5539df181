import type { FooterStrings } from '../../protocol/tailStrings/footerStrings.ts';
import type { Translate } from '../translate.ts';

/** What is true of a read at all times. */
export function footerStrings(t: Translate): FooterStrings {
  return {
    statusBar: t('Where reading stands'),
    caughtUp: t('caught up'),
    behind: t('behind by {0} in partitions {1}'),
    behindInOne: t('behind by {0} in partition {1}'),
    partitionPosition: t('Partition {0}: at {1} of {2}, {3} behind'),
    positions: t('Positions of Partitions:'),
    position: t('Position'),
    end: t('End'),
    left: t('Behind'),
    problem: t('Problem'),
    partitionProblem: t('Partition {0}: {1}'),
    moreProblems: t('and {0} more'),
    seen: t('{0} seen'),
    stored: t('{0} of {1}'),
    dropped: t('{0} dropped'),
    noGroup: t('no group · nothing committed'),
    noGroupHelp: t(
      'Reading leaves no trace on the cluster: no consumer group, no committed offset.',
    ),
    memberOf: t('member of {0}'),
    memberOfHelp: t(
      'This view reads as a member of the consumer group: it has its share of the partitions, and what it has read may be committed.',
    ),
  };
}
