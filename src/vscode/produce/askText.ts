import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';

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
  /** What was in the box when this item was made. */
  readonly madeFor: string;
  /** It stood first, so that it was active without the user's doing. */
  readonly first: boolean;
  /** What it stands for, where that is not the text in the box. */
  readonly special?: S;
}

/**
 * A picker whose text is itself an answer: what was typed stands first, the special answers below. Enter
 * takes what is in the box, however fast it follows on the typing. Undefined when the user escapes.
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
  pick.items = itemsFor('', special);
  return new Promise<TextAnswer<S> | undefined>((resolve) => {
    pick.onDidChangeValue((text) => {
      pick.items = itemsFor(text, special);
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      const typed = pick.value;
      // The window tells the active item later than the text: what stood first before the last key was
      // typed was never chosen. What stands further down was, at whatever time.
      const meant = chosen !== undefined && (chosen.madeFor === typed || !chosen.first);
      if (meant && chosen.special !== undefined) resolve({ special: chosen.special, typed });
      else if (typed !== '') resolve({ text: typed });
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  }).finally(() => pick.dispose());
}

function itemsFor<S>(text: string, special: readonly SpecialAnswer<S>[]): Item<S>[] {
  const specials = special.map(({ label, description, answer }, index) => ({
    label,
    description,
    alwaysShow: true,
    madeFor: text,
    first: text === '' && index === 0,
    special: answer,
  }));
  if (text === '') return specials;
  const made = { madeFor: text, first: true };
  return [
    { label: text, description: l10n.t('as typed'), alwaysShow: true, ...made },
    { label: '', kind: QuickPickItemKind.Separator, ...made },
    ...specials,
  ];
}
