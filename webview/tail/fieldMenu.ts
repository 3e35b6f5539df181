import { fieldPathText } from '../../src/core/field/fieldPath.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { fill } from '../shared/formats.ts';
import { Menu } from '../shared/menu.ts';

/**
 * The context menu of a field in a key or value that is laid out as JSON: shows it as a column. Where text is selected
 * the menu is VS Code's own, which copies it. By keyboard *Show as Column…* does the same.
 *
 * @param fieldAt the part of the record and the steps to the field at an element of it; undefined for none
 */
export function fieldMenu(
  content: HTMLElement,
  strings: TailStrings,
  fieldAt: (
    target: Element,
  ) => { readonly root: 'key' | 'value'; readonly steps: readonly string[] } | undefined,
  show: (path: string) => void,
): void {
  const menu = new Menu();
  menu.setLabel(strings.details);
  content.addEventListener('contextmenu', (event) => {
    const { target, clientX: left, clientY: top } = event;
    const isSelecting = window.getSelection()?.isCollapsed === false;
    const field = target instanceof Element && !isSelecting ? fieldAt(target) : undefined;
    if (field === undefined) return;
    event.preventDefault();
    const path = fieldPathText(field);
    const label = fill(strings.showFieldAsColumn, path);
    menu.open(() => [{ label, run: () => show(path) }], content, { left, top, bottom: top });
  });
}
