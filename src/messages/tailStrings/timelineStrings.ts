import type { TimelineStrings } from '../../protocol/tailStrings/timelineStrings.ts';
import type { Translate } from '../translate.ts';

/** The records over time. */
export function timelineStrings(t: Translate): TimelineStrings {
  return {
    timeline: t('Timeline'),
    timeSpan: t('{2} records · {0} – {1}'),
    timeSpanAbout: t('about {2} records · {0} – {1}'),
    timeSpanOf: t('{3} of {2} records match · {0} – {1}'),
    timeSpanOfAbout: t('about {3} of {2} records match · {0} – {1}'),
    noTimes: t('No record with a timestamp is loaded.'),
    readThisTime: t('Read Only This Time'),
    clearTime: t('Select No Time'),
    noneAtThisTime: t('No record of this time is shown.'),
  };
}
