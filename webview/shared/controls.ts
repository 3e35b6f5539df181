// The only import of the component kit: the pages know these functions, not the kit.
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import { element } from './element.ts';
import { keepKeys } from './keepKeys.ts';

/** A push button; `pressed` makes it a toggle. */
export interface Button {
  readonly element: HTMLElement;
  setLabel(label: string): void;
  setEnabled(enabled: boolean): void;
  setPressed(pressed: boolean): void;
}

/** @param look `primary` for the one main action of a row */
export function createButton(
  label: string,
  run: () => void,
  look: 'primary' | 'secondary' = 'secondary',
): Button {
  const button = document.createElement('vscode-button');
  if (look === 'secondary') button.setAttribute('secondary', '');
  button.textContent = label;
  button.addEventListener('click', run);
  keepKeys(button, ['Enter', ' ']);
  return {
    element: button,
    setLabel(text) {
      if (button.textContent !== text) button.textContent = text;
    },
    setEnabled(enabled) {
      button.toggleAttribute('disabled', !enabled);
      button.setAttribute('aria-disabled', String(!enabled));
    },
    setPressed(pressed) {
      button.setAttribute('aria-pressed', String(pressed));
    },
  };
}

/** Shows that something is going on and may take a while; what that is the words beside it say, also to screen readers. */
export function createProgressRing(): HTMLElement {
  const ring = element('span', 'ring', document.createElement('vscode-progress-ring'));
  // The control is an alert by itself that says "Loading".
  ring.setAttribute('aria-hidden', 'true');
  return ring;
}
