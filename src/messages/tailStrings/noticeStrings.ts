import type { NoticeStrings } from '../../protocol/tailStrings/noticeStrings.ts';
import type { Translate } from '../translate.ts';

/** Where there are no records to show, or something is wrong. */
export function noticeStrings(t: Translate): NoticeStrings {
  return {
    connectingTo: t('Connecting to {0}…'),
    waiting: t('Waiting for new records in {0}.'),
    waitingHelp: t('What is produced from now on appears here at once.'),
    emptyTopic: t('{0} holds no records.'),
    emptyTopicHelp: t('The first record that is produced appears here at once.'),
    noneSince: t('No records in {0} from {1} on.'),
    pausedEmpty: t('Paused before the first record.'),
    stoppedEmpty: t('Stopped. Nothing is being read.'),
    cannotRead: t('The topic cannot be read.'),
    stillLoading: t('Reading the first records…'),
    dismiss: t('Dismiss'),
  };
}
