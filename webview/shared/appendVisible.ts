import { element } from './element.ts';
import { visibleText } from './visibleText.ts';

/** Appends a record's text as text nodes, invisible characters as small marks. */
export function appendVisible(target: Node, text: string, layout: 'line' | 'lines'): void {
  for (const part of visibleText(text, layout)) {
    target.appendChild(
      part.mark ? element('span', 'mark', part.text) : document.createTextNode(part.text),
    );
  }
}
