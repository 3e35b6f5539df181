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
  /** What was in the box when this item was made: an item of another text is not what the user sees. */
  readonly madeFor: string;
  readonly result: TextAnswer<S>;
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
      // The window tells the active item later than the text: an older one was never chosen.
      if (chosen?.madeFor === pick.value) resolve(chosen.result);
      else if (pick.value !== '') resolve({ text: pick.value });
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  }).finally(() => pick.dispose());
}

function itemsFor<S>(text: string, special: readonly SpecialAnswer<S>[]): Item<S>[] {
  const specials = special.map(({ label, description, answer }) => ({
    label,
    description,
    alwaysShow: true,
    madeFor: text,
    result: { special: answer, typed: text },
  }));
  if (text === '') return specials;
  const result = { text };
  return [
    { label: text, description: l10n.t('as typed'), alwaysShow: true, madeFor: text, result },
    { label: '', kind: QuickPickItemKind.Separator, madeFor: text, result },
    ...specials,
  ];
}
