import type { Translate } from '../../../messages/translate.ts';
import type { CopyAnswer } from '../../../protocol/tailCopy.ts';
import { maxCopiedBytes, maxCopiedRecords, type CollectedRecords } from './collectRecords.ts';

/**
 * What a copy has put on the clipboard, and what not, and why.
 *
 * @param leftOut what the form cannot carry
 * @param locale in which numbers are written
 */
export function copySentence(
  { records, asked, left, missing }: Omit<CollectedRecords, 'records'> & { records: number },
  leftOut: number,
  t: Translate,
  locale: string,
): CopyAnswer {
  const number = (value: number): string => value.toLocaleString(locale);
  const copied = records - leftOut;
  const reasons = [
    left > 0 &&
      t(
        'A copy holds at most {0} records and {1} MB; {2} were not copied.',
        number(maxCopiedRecords),
        number(maxCopiedBytes / 2 ** 20),
        number(left),
      ),
    missing > 0 && t('{0} were not there: dropped from memory, or not readable.', number(missing)),
    leftOut > 0 &&
      t(
        '{0} cannot be lines of kafka-console-producer (line ends, or bytes that are not UTF-8) and were left out.',
        number(leftOut),
      ),
  ].filter((reason) => reason !== false);
  if (reasons.length === 0) {
    return {
      sentence: asked === 1 ? t('Copied') : t('Copied {0} records', number(copied)),
      whole: true,
    };
  }
  const first =
    copied === 0
      ? t('Nothing was copied.')
      : t('Copied {0} of {1} records.', number(copied), number(asked));
  return { sentence: [first, ...reasons].join(' '), whole: false };
}
