import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { NodeLook } from './look.ts';

/**
 * How VS Code draws a look.
 *
 * @param readOnly menus leave out what writes
 */
export function treeItemOf(id: string, look: NodeLook, readOnly: boolean): TreeItem {
  const item = new TreeItem(
    look.label,
    look.expandable ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = id;
  if (look.description !== undefined) item.description = look.description;
  item.tooltip = look.tooltip ?? look.label;
  item.iconPath = new ThemeIcon(
    look.icon,
    look.color === undefined ? undefined : new ThemeColor(look.color),
  );
  item.contextValue = readOnly ? `${look.context} readonly` : look.context;
  if (look.spoken !== undefined) item.accessibilityInformation = { label: look.spoken };
  return item;
}
