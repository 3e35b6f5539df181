import type { FilterStrings } from '../../protocol/tailStrings/filterStrings.ts';
import type { Translate } from '../translate.ts';

/** Looking for records, among the loaded ones and in the topic. */
export function filterStrings(t: Translate): FilterStrings {
  return {
    filter: t('Look for'),
    filterKinds: {
      text: t('Text'),
      key: t('Key'),
      header: t('Header'),
      regex: t('Pattern'),
      expression: t('Expression'),
    },
    filterHints: {
      text: t('text in key, value or headers; case counts'),
      key: t('the whole key'),
      header: t('name=value, or text in any header'),
      regex: t('a JavaScript regular expression'),
      expression: t('CEL, as in value.total > 100.0 && key.startsWith("u-4")'),
    },
    filterNot: t('Not'),
    filterNotHelp: t(
      'Only records that do not match (Alt+N, on macOS Option+Command+N); what is null or not there holds no text, so it is kept',
    ),
    notOn: t('Only records that do not match'),
    notOff: t('Only records that match'),
    findNext: t('Next Match among the Shown Records (Enter)'),
    findPrevious: t('Previous Match among the Shown Records (Shift+Enter)'),
    notFound: t('No further match among the records that are shown.'),
    matches: t('{0} matches'),
    matchOf: t('{0} of {1}'),
    filterLoaded: t('Filter'),
    filterLoadedHelp: t(
      'Show only what matches of the loaded records and of those that arrive (Alt+Enter)',
    ),
    shownOfLoaded: t('{0} of {1} loaded records match'),
    stillLooking: t('looking…'),
    filterLifted: t(
      'Everything is shown again: the filter would have hidden the record, or those around it.',
    ),
    problemAt: t('{0} (at character {1})'),
    scanned: t('{0} % scanned · {1} match'),
    timeLeft: t('about {0} left'),
    testSelected: t('Test on the Selected Record'),
    testMatches: t('The selected record matches: {0}'),
    testFails: t('The selected record does not match: {0}'),
    noSelection: t('Select a record first.'),
    filterMore: t('Saved Filters'),
    saveFilter: t('Save This Filter'),
    removeFilter: t('Remove This Filter'),
    savedFilter: t('{0}: {1}'),
    savedNotFilter: t('{0}, not: {1}'),
    namesOffered: t('{0} names; arrow keys choose, Tab or Enter takes one'),
    cancelScan: t('Cancel'),
    scanOn: t('Scan On'),
    noLoadedMatch: t('None of the loaded records matches.'),
    noLoadedMatchHelp: t('Scan the topic to look at all that it holds.'),
    scanTopic: t('Scan Topic'),
    scanTopicHelp: t('Read the topic again and keep only what matches (Ctrl+Enter)'),
    showAll: t('Show All'),
    noMatch: t('No record of {0} matches so far.'),
    matching: t('{0} match'),
  };
}
