import { l10n, window, type QuickPickItem } from 'vscode';

/** What a picker offers beside typing. */
export interface SpecialAnswer<S> {
  readonly label: string;
  readonly description: string;
  readonly answer: S;
}

/** The answer: what was typed, or one of the special ones together with what was typed until then. */
export type TextAnswer<S> =
  { readonly text: string } | { readonly special: S; readonly typed: string };

interface Item<S> extends QuickPickItem {
  /** What it stands for, where that is not the text in the box. */
  readonly special?: S;
}

/**
 * A picker whose text is itself an answer: Enter takes what is in the box, the special answers stand below
 * it. Undefined when the user escapes.
 *
 * Its entries never change while it is open: the window names an entry by its place, so one that moved
 * while the user typed would be taken for another.
 */
export function askText<S>(
  title: string,
  placeholder: string,
  special: readonly SpecialAnswer<S>[],
): Promise<TextAnswer<S> | undefined> {
  const pick = window.createQuickPick<Item<S>>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.ignoreFocusOut = true;
  pick.items = [
    { label: l10n.t('Use This Text'), description: l10n.t('as typed above'), alwaysShow: true },
    ...special.map(({ label, description, answer }) => ({
      label,
      description,
      alwaysShow: true,
      special: answer,
    })),
  ];
  return new Promise<TextAnswer<S> | undefined>((resolve) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      const typed = pick.value;
      if (chosen?.special !== undefined) resolve({ special: chosen.special, typed });
      else if (typed !== '') resolve({ text: typed });
      else pick.placeholder = l10n.t('Nothing is typed yet: type a text, or choose one of these');
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  }).finally(() => pick.dispose());
}
