/**
 * Keeps keys that a control handles from reaching VS Code, which takes every key of a page that arrives at
 * its window for the workbench. The control's own listeners run before: they sit on the element itself.
 */
export function keepKeys(target: HTMLElement, keys: readonly string[]): void {
  target.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys.includes(event.key)) return;
    event.stopPropagation();
    // A space scrolls the page, an arrow the pane behind: the control has done what the key is for.
    event.preventDefault();
  });
}
