/** Makes `text` all that an element shows, in the text node that it has already where it has only that. */
export function setText(target: HTMLElement, text: string): void {
  const only = target.firstChild;
  if (only instanceof Text && only.nextSibling === null) only.data = text;
  else target.textContent = text;
}
