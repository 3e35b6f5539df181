import type { RecordActionStrings } from '../../protocol/tailStrings/recordActionStrings.ts';
import type { Translate } from '../translate.ts';

/** What can be done with records. */
export function recordActionStrings(t: Translate): RecordActionStrings {
  return {
    copy: t('Copy'),
    copyKey: t('Copy Key'),
    copyHeaders: t('Copy Headers'),
    copyValue: t('Copy Value'),
    copyJson: t('Copy Record as JSON'),
    copyBlock: t('Copy as .kafka Block'),
    copyKcat: t('Copy as kcat Command'),
    copyConsole: t('Copy as kafka-console-producer Command'),
    copyLink: t('Copy Link to Record'),
    copyLinks: t('Copy Links to Records'),
    copyCell: t('Copy Cell'),
    copyRow: t('Copy Row'),
    copyRows: t('Copy {0} Rows'),
    copyJsonLines: t('Copy as JSON Lines'),
    copyBlocks: t('Copy as .kafka Blocks'),
    selectedRows: t('{0} selected'),
    more: t('More'),
    produceAgain: t('Produce Again…'),
    openInEditor: t('Open in Editor'),
    selectForCompare: t('Select for Compare'),
    compareWith: t('Compare with {0}'),
    compareSelected: t('Compare the Two Records'),
    nextSameKey: t('Next with Same Key'),
    noSameKey: t('No later record with this key has been read.'),
    showAround: t('Show Around This Time'),
    copied: t('Copied'),
    showFieldAsColumn: t('Show {0} as a Column'),
    exportRow: t('Export Row…'),
    exportRows: t('Export {0} Rows…'),
  };
}
