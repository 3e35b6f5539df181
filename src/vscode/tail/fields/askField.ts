import { l10n, window, type QuickPickItem } from 'vscode';
import { parseFieldPath } from '../../../core/field/fieldPath.ts';

/**
 * Asks for a field: one of those that records have, or any path as typed; `total` alone means that member of
 * the value. Undefined where the user escapes.
 */
export function askField(known: readonly string[]): Promise<string | undefined> {
  const pick = window.createQuickPick<QuickPickItem & { readonly path: string }>();
  const items = known.map((path) => ({ label: path, path }));
  pick.title = l10n.t('Show a Field as a Column');
  pick.placeholder = l10n.t('value.order.items[0].sku, key.id, header.trace-id');
  pick.items = items;
  pick.onDidChangeValue((typed) => {
    const path = pathOf(typed.trim());
    const isNew = path !== undefined && !known.includes(path);
    const own = {
      label: path ?? '',
      description: l10n.t('as typed'),
      path: path ?? '',
      alwaysShow: true,
    };
    pick.items = isNew ? [...items, own] : items;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.path);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function pathOf(typed: string): string | undefined {
  if (typed === '') return undefined;
  if (parseFieldPath(typed) !== undefined) return typed;
  return parseFieldPath(`value.${typed}`) && `value.${typed}`;
}
