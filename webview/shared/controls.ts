// The only import of the component kit: the pages know these functions, not the kit.
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
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

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** A list to choose one of, closed to one line. */
export interface Select {
  readonly element: HTMLElement;
  setOptions(options: readonly SelectOption[], value: string): void;
}

/** @param label what a screen reader calls it */
export function createSelect(label: string, changed: (value: string) => void): Select {
  const select = document.createElement('vscode-single-select');
  select.setAttribute('label', label);
  select.addEventListener('change', () => changed(select.value));
  keepKeys(select, ['Enter', ' ', 'Escape', 'ArrowUp', 'ArrowDown', 'Home', 'End']);
  let shown = '';
  return {
    element: select,
    setOptions(options, value) {
      const key = JSON.stringify(options);
      if (key !== shown) {
        shown = key;
        select.replaceChildren(
          ...options.map((option) => {
            const item = document.createElement('vscode-option');
            item.setAttribute('value', option.value);
            item.toggleAttribute('selected', option.value === value);
            item.textContent = option.label;
            return item;
          }),
        );
      }
      if (select.value !== value) select.value = value;
    },
  };
}

/** Shows that something is going on and may take a while. */
export function createProgressRing(label: string): HTMLElement {
  const ring = document.createElement('vscode-progress-ring');
  ring.setAttribute('label', label);
  return element('span', 'ring', ring);
}
