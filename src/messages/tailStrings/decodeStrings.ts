import type { DecodeStrings } from '../../protocol/tailStrings/decodeStrings.ts';
import type { Translate } from '../translate.ts';

/** How keys and values are shown. */
export function decodeStrings(t: Translate): DecodeStrings {
  return {
    view: t('View'),
    exportRecords: t('Export…'),
    anotherView: t('Open Another View'),
    automatic: t('Automatic'),
    decodeKeys: t('Decode Keys… ({0})'),
    decodeValues: t('Decode Values… ({0})'),
    decodeKeysAs: t('Decode the topic’s keys as'),
    decodeValuesAs: t('Decode the topic’s values as'),
    doesNotFit: t('no: {0}'),
    showAs: t('Show this record as'),
    forms: {
      decoded: t('Decoded'),
      text: t('Text'),
      hex: t('Hex'),
      base64: t('Base64'),
    },
    contentCut: t('This is its beginning: the whole text is longer.'),
  };
}
