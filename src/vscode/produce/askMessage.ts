import { l10n, window } from 'vscode';
import { parseHeaderLine } from '../../core/headerLine.ts';
import { askText, type SpecialAnswer } from './askText.ts';

/** One record as typed: `null` is no key or a tombstone, '' an empty one. */
export interface TypedMessage {
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: readonly (readonly [string, string | null])[];
  /** The user wants to go on in a `.kafka` file, where a value may have many lines. */
  readonly inFile: boolean;
}

type Special = 'null' | 'empty' | 'file';

/** Key, value, headers; undefined when the user escapes at any step. */
export async function askMessage(title: string): Promise<TypedMessage | undefined> {
  const keyAnswer = await askText<Special>(
    `${title} (1/3)`,
    l10n.t('Key: type it, or choose'),
    keyChoices(),
  );
  if (keyAnswer === undefined) return undefined;
  const key = 'text' in keyAnswer ? keyAnswer.text : specialBytes(keyAnswer.special);
  const valueAnswer = await askText<Special>(
    `${title} (2/3)`,
    l10n.t('Value: type it, or choose'),
    valueChoices(),
  );
  if (valueAnswer === undefined) return undefined;
  if ('special' in valueAnswer && valueAnswer.special === 'file') {
    return { key, value: valueAnswer.typed, headers: [], inFile: true };
  }
  const value = 'text' in valueAnswer ? valueAnswer.text : specialBytes(valueAnswer.special);
  const headers = await askHeaders(`${title} (3/3)`);
  return headers === undefined ? undefined : { key, value, headers, inFile: false };
}

const specialBytes = (special: Special): string | null => (special === 'null' ? null : '');

function keyChoices(): SpecialAnswer<Special>[] {
  return [
    {
      label: l10n.t('No key'),
      description: l10n.t('null: records are spread over the partitions'),
      answer: 'null',
    },
    { label: l10n.t('Empty key'), description: l10n.t('zero bytes'), answer: 'empty' },
  ];
}

function valueChoices(): SpecialAnswer<Special>[] {
  return [
    {
      label: l10n.t('Tombstone'),
      description: l10n.t('null: deletes the key in a compacted topic'),
      answer: 'null',
    },
    { label: l10n.t('Empty value'), description: l10n.t('zero bytes'), answer: 'empty' },
    {
      label: l10n.t('Write It in a .kafka File…'),
      description: l10n.t('for a value of several lines, and everything else'),
      answer: 'file',
    },
  ];
}

async function askHeaders(
  title: string,
): Promise<readonly (readonly [string, string])[] | undefined> {
  const text = await window.showInputBox({
    title,
    prompt: l10n.t('Headers, if any: name=value, separated by commas. Leave it empty for none.'),
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const parsed = parseHeaderLine(typed);
      return 'part' in parsed
        ? l10n.t('"{0}" is not of the form name=value.', parsed.part)
        : undefined;
    },
  });
  if (text === undefined) return undefined;
  const parsed = parseHeaderLine(text);
  return 'part' in parsed ? [] : parsed.headers;
}
