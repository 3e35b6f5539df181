import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { parseHeaderLine } from '../../core/headerLine.ts';

/** One record as typed: `null` is no key or a tombstone, '' an empty one. */
export interface TypedMessage {
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: readonly (readonly [string, string | null])[];
  /** The user wants to go on in a `.kafka` file, where a value may have many lines. */
  readonly inFile: boolean;
}

type Choice = QuickPickItem & { readonly value: string | null | typeof inFile };
const inFile = Symbol('in a file');

/** Key, value, headers; undefined when the user escapes at any step. */
export async function askMessage(title: string): Promise<TypedMessage | undefined> {
  const key = await askText(title, 1, l10n.t('Key: type it, or choose'), [
    {
      label: l10n.t('No key'),
      description: l10n.t('null: records are spread over the partitions'),
      value: null,
    },
    { label: l10n.t('Empty key'), description: l10n.t('zero bytes'), value: '' },
  ]);
  if (key === undefined || key === inFile) return undefined;
  const value = await askText(title, 2, l10n.t('Value: type it, or choose'), [
    {
      label: l10n.t('Tombstone'),
      description: l10n.t('null: deletes the key in a compacted topic'),
      value: null,
    },
    { label: l10n.t('Empty value'), description: l10n.t('zero bytes'), value: '' },
    {
      label: l10n.t('Write It in a .kafka File…'),
      description: l10n.t('for a value of several lines, and everything else'),
      value: inFile,
    },
  ]);
  if (value === undefined) return undefined;
  if (value === inFile) return { key, value: '', headers: [], inFile: true };
  const headers = await window.showInputBox({
    title: `${title} (3/3)`,
    prompt: l10n.t('Headers, if any: name=value, separated by commas. Leave it empty for none.'),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const parsed = parseHeaderLine(text);
      return 'part' in parsed
        ? l10n.t('"{0}" is not of the form name=value.', parsed.part)
        : undefined;
    },
  });
  if (headers === undefined) return undefined;
  const parsed = parseHeaderLine(headers);
  return { key, value, headers: 'part' in parsed ? [] : parsed.headers, inFile: false };
}

/** A picker whose text is itself an answer: what was typed stands first, the special values below. */
function askText(
  title: string,
  step: number,
  placeholder: string,
  special: readonly Choice[],
): Promise<string | null | typeof inFile | undefined> {
  const pick = window.createQuickPick<Choice>();
  pick.title = `${title} (${String(step)}/3)`;
  pick.placeholder = placeholder;
  pick.ignoreFocusOut = true;
  const separator = { label: '', kind: QuickPickItemKind.Separator, value: null } as Choice;
  const show = (text: string): void => {
    pick.items =
      text === ''
        ? [...special]
        : [
            { label: text, description: l10n.t('as typed'), alwaysShow: true, value: text },
            separator,
            ...special.map((choice) => ({ ...choice, alwaysShow: true })),
          ];
  };
  show('');
  return new Promise<string | null | typeof inFile | undefined>((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      if (chosen !== undefined) resolve(chosen.value);
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  }).finally(() => pick.dispose());
}
